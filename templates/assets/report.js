/*
 * The tables of a report: a cell that is chosen or pointed at is explained below its table. All words are on the page
 * (the checked sums, the terms); figures of other years are fetched, as scripts, when they are first asked for.
 */
(() => {
  const frame = document.querySelector('.report-frame');
  const { year, previous, root, cells: cellsFile, forms: formsFile } = frame.dataset;

  const make = (name, className, text = '') => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.textContent = text;
    return node;
  };

  /* What is known of a cell from the page. */
  const sums = new Map();
  for (const item of document.querySelectorAll('.relations li')) {
    const [outcome, equation] = ['.outcome', '.equation'].map((part) => item.querySelector(part).textContent);
    const name = item.closest('details > ul').previousElementSibling.previousElementSibling.textContent;
    for (const { hash } of item.querySelectorAll('a')) {
      const address = decodeURIComponent(hash.slice(1));
      sums.set(address, [...(sums.get(address) ?? []), `${outcome}　${equation}（${name}）`]);
    }
  }

  const termOf = (id) => {
    const entry = document.getElementById(`term-${id}`);
    return (
      entry && { name: entry.querySelector('dt').textContent, text: entry.querySelector('dd').textContent }
    );
  };

  const describe = (cell) => {
    const address = cell.id;
    const above = address.slice(0, address.lastIndexOf('.'));
    const row = termOf(address) ?? termOf(above);
    const column = termOf(`${address.split('.')[0]}-${address.slice(above.length + 1)}`);
    const number = cell.closest('table').caption.textContent.split('　')[0];
    const label = row?.name ?? cell.parentElement.querySelector('th:last-of-type')?.textContent ?? '';
    const parts = [number, label, column?.name.split(' · ')[1]].filter(Boolean);
    return { name: parts.join(' · '), help: [row?.text, column?.text].filter(Boolean).join(' ') };
  };

  /* Figures of all years, once somebody asks. */
  let loading;
  const load = () => {
    loading ??= Promise.all(
      [cellsFile, formsFile].map(
        (src) =>
          new Promise((resolve, reject) => {
            const script = make('script');
            script.src = src;
            script.addEventListener('load', resolve);
            script.addEventListener('error', reject);
            document.head.append(script);
          }),
      ),
    ).then(
      () => ({ years: globalThis.goujiCells, forms: globalThis.goujiForms }),
      // A page saved without them still explains what it has.
      () => undefined,
    );
    return loading;
  };
  const valueIn = ({ form, values }, address, { forms }) => values[forms[form].cells.indexOf(address)];

  /* One box of explanation for each table: the sum alone for a cell that is pointed at, all for one that is chosen. */
  const write = (panel, cell) => {
    const heading = make('p', 'cell-name');
    const { name, help } = describe(cell);
    const link = make('a', '', name);
    link.href = `#${cell.id}`;
    heading.append(link);
    const told = (sums.get(cell.id) ?? []).map((sentence) => make('p', 'cell-sum', sentence));
    panel.replaceChildren(heading, ...told);
    panel.classList.add('active');
    return help;
  };
  const explain = (panel, cell, written = () => {}) => {
    const help = write(panel, cell);
    if (help) panel.append(make('p', 'cell-help', help));
    written();
    const { firstChild } = panel;
    if (!cellsFile) return;
    load().then((data) => {
      if (!data || !firstChild.isConnected) return;
      addYears(panel, cell, data);
      written();
    });
  };
  /* The explanation stays in view at the bottom; the cell it is about is to be seen above it. */
  const reveal = (panel, cell) => {
    cell.closest('table').style.setProperty('--below', `${panel.offsetHeight}px`);
    cell.scrollIntoView({ block: 'nearest' });
  };
  const addYears = (panel, cell, data) => {
    const told = data.years.flatMap((entry) => {
      const value = valueIn(entry, cell.id, data);
      return value === undefined ? [] : [`${entry.year}年 ${value}`];
    });
    panel.append(make('p', 'cell-years', `历年：${told.join('，')}`));
    const { form } = data.years.find((entry) => String(entry.year) === year);
    const index = data.forms[form].cells.indexOf(cell.id);
    const rules = data.forms[form].rules.filter(({ cells }) => cells.includes(index));
    if (rules.length > 0) {
      const list = make('p', 'cell-rules', '有关的规则：');
      rules.forEach(({ title, href }, i) => {
        const link = make('a', '', title);
        link.href = root + href;
        list.append(i > 0 ? '；' : '', link);
      });
      panel.append(list);
    }
  };
  const hint = '选中一格，这里说明它的意思、勾稽关系和历年的数。键盘用方向键移动。';

  /* A table is one stop for the keyboard; inside, the arrows move from cell to cell. */
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const isShown = (cell) => cell.getClientRects().length > 0;
  const setUp = (table) => {
    const box = table.closest('.form-box');
    const panel = make('div', 'cell-panel');
    panel.setAttribute('aria-live', 'polite');
    panel.append(make('p', '', hint));
    box.append(panel);
    let chosen;
    let pointed;
    const choose = (cell) => {
      stop.tabIndex = -1;
      cell.tabIndex = 0;
      stop = cell;
      if (chosen === cell && !pointed) return;
      chosen = cell;
      pointed = undefined;
      explain(panel, cell, () => reveal(panel, cell));
    };
    const grid = () =>
      [...table.rows]
        .map((row) => [...row.cells].filter((cell) => cell.id && isShown(cell)))
        .filter((row) => row.length);
    for (const link of table.querySelectorAll('td > a')) link.tabIndex = -1;
    let stop = table.querySelector('td');
    /* The stop is a cell that is shown: where one column has room, one of that column. */
    const settle = () => {
      stop.tabIndex = -1;
      if (!isShown(stop)) stop = grid()[0][0];
      stop.tabIndex = 0;
    };
    settle();
    box.addEventListener('change', settle);
    addEventListener('resize', settle);

    table.addEventListener('focusin', ({ target }) => target.closest('td') && choose(target.closest('td')));
    table.addEventListener('click', ({ target }) => {
      const cell = target.closest('td');
      if (!cell || target.closest('sup')) return;
      cell.tabIndex = 0;
      cell.focus({ preventScroll: true });
    });
    const point = (cell) => {
      if (cell === pointed) return;
      pointed = cell;
      if (cell) write(panel, cell);
      else if (chosen) explain(panel, chosen);
      else panel.classList.remove('active');
    };
    /* A cell that scrolls under a resting mouse is not pointed at. */
    let mouse = '';
    table.addEventListener('pointerover', ({ target, pointerType, clientX, clientY }) => {
      const cell = target.closest('td');
      const moved = mouse !== `${clientX} ${clientY}`;
      mouse = `${clientX} ${clientY}`;
      if (pointerType !== 'mouse' || !moved || !cell) return;
      point(cell !== chosen && sums.has(cell.id) ? cell : undefined);
    });
    box.addEventListener('pointerleave', () => point(undefined));
    table.addEventListener('keydown', (event) => {
      const cell = event.target.closest('td');
      if (!cell || event.target !== cell || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter') {
        location.hash = cell.id;
      } else if (event.key === 'Escape') {
        chosen = undefined;
        panel.classList.remove('active');
      } else if (steps[event.key] || event.key === 'Home' || event.key === 'End') {
        const rows = grid();
        const y = rows.findIndex((row) => row.includes(cell));
        const x = rows[y].indexOf(cell);
        const [dy, dx] = steps[event.key] ?? [0, event.key === 'Home' ? -x : rows[y].length - 1 - x];
        const row = rows[Math.min(Math.max(y + dy, 0), rows.length - 1)];
        const next = row[Math.min(Math.max(x + dx, 0), row.length - 1)];
        next.tabIndex = next === cell ? 0 : -1;
        next.focus();
      } else {
        return;
      }
      event.preventDefault();
    });
    return { table, box, choose };
  };
  const tables = [...document.querySelectorAll('.form')].map(setUp);

  /* Last year beside this year. */
  const beside = async (button) => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    const data = await load();
    if (!data) return;
    for (const other of document.querySelectorAll('.beside')) other.setAttribute('aria-pressed', String(on));
    for (const old of document.querySelectorAll('.before')) old.remove();
    if (!on) return;
    const before = data.years.find((entry) => String(entry.year) === previous);
    for (const { table } of tables) {
      for (const cell of table.querySelectorAll('td')) {
        const value = valueIn(before, cell.id, data) ?? '没有这一格';
        cell.append(make('span', 'before', `${previous}年 ${value}`));
      }
    }
  };
  if (previous) {
    for (const { box } of tables) {
      const button = make('button', 'beside', `并列${previous}年的数`);
      button.type = 'button';
      button.setAttribute('aria-pressed', 'false');
      button.addEventListener('click', () => beside(button));
      box.prepend(button);
    }
  }

  /* An address that names a cell: its column is shown, also where only one has room, and the cell is explained. */
  const follow = () => {
    const cell = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const own = cell && tables.find(({ table }) => table.contains(cell));
    if (!own) return;
    if (!isShown(cell)) {
      document.getElementById(`show-${cell.id.split('.')[0]}-${cell.id.split('.').at(-1)}`)?.click();
      cell.scrollIntoView({ block: 'center' });
    }
    own.choose(cell);
  };
  addEventListener('hashchange', follow);
  follow();
})();
