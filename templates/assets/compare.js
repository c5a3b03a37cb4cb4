/* Any two reports side by side: what differs in the tables, and which sentences only one of them has. The choice stands
   in the address after #, so that it can be passed on. Data come as scripts, which load from a disk too. */
(() => {
  const { element, load, sentences } = globalThis.goujiTools;

  const organs = [...document.querySelectorAll('#list li')].map((item) => ({
    slug: item.dataset.slug,
    name: item.firstElementChild.textContent,
    years: [...item.querySelectorAll('a')].map((link) => ({
      year: Number(link.dataset.year),
      page: link.dataset.report,
    })),
  }));
  if (organs.length === 0) return;

  const report = async ({ organ, year }) => {
    const [cells, texts] = await Promise.all([
      load(`organs/${organ.slug}/cells.js`, 'goujiCells'),
      load(`organs/${organ.slug}/texts.js`, 'goujiTexts'),
    ]);
    const figures = cells.find((each) => each.year === year);
    const form = globalThis.goujiCellNames[figures.form];
    return {
      form: figures.form,
      page: organ.years.find((each) => each.year === year).page,
      name: `${organ.name}${year}年`,
      cells: new Map(
        form.map(([address, name, key], i) => [key, { address, name, value: figures.values[i] }]),
      ),
      sections: texts.find((each) => each.year === year)?.sections ?? [],
    };
  };

  const difference = (from, to) => {
    if (typeof from !== 'number' || typeof to !== 'number') return '—';
    const change = Number((to - from).toFixed(6));
    return change > 0 ? `+${change}` : String(change);
  };

  const cellLink = (side, cell) =>
    element('td', {}, element('a', { href: `${side.page}#${cell.address}` }, String(cell.value)));

  const numbers = (left, right) => {
    const shared = [...right.cells].filter(([key]) => left.cells.has(key));
    const changed = shared.filter(([key, cell]) => left.cells.get(key).value !== cell.value);
    const only = right.cells.size - shared.length + (left.cells.size - shared.length);
    const parts = [
      element(
        'p',
        { className: 'sentence' },
        `两份报告都有的${shared.length}格里，${changed.length}格不同，${shared.length - changed.length}格相同。`,
      ),
    ];
    if (left.form !== right.form)
      parts.push(
        element(
          'p',
          { className: 'bridge' },
          `两份报告用的格式不同（${left.form}年版和${right.form}年版），只有一版才有的${only}格不能比，没有列出。`,
        ),
      );
    if (changed.length > 0) {
      const head = ['项目', left.name, right.name, '差'].map((text, i) =>
        element('th', { scope: 'col', className: i === 0 ? 'text' : '' }, text),
      );
      const rows = changed.map(([key, cell]) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row', className: 'text' }, cell.name),
          cellLink(left, left.cells.get(key)),
          cellLink(right, cell),
          element('td', {}, difference(left.cells.get(key).value, cell.value)),
        ),
      );
      const table = element(
        'table',
        { className: 'figures plain' },
        element('caption', { className: 'visually-hidden' }, '不同的数'),
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...rows),
      );
      const box = element('div', { className: 'scroll', tabIndex: 0 }, table);
      box.setAttribute('role', 'region');
      box.setAttribute('aria-labelledby', 'numbers-heading');
      parts.push(element('h2', { id: 'numbers-heading' }, '不同的数'), box);
    }
    return parts;
  };

  const side = (name, own, others, mark) => {
    const known = new Set(others);
    const marked = own.map((text) => element(known.has(text) ? 'span' : mark, {}, text));
    return element('div', {}, element('h4', {}, name), element('p', {}, ...marked));
  };

  const texts = (left, right) => {
    const parts = [];
    for (const { key, heading, text } of right.sections) {
      const [a, b] = [left.sections.find((each) => each.key === key)?.text ?? '', text].map(sentences);
      const sides = element(
        'div',
        { className: 'sides' },
        side(left.name, a, b, 'del'),
        side(right.name, b, a, 'ins'),
      );
      parts.push(element('section', { className: 'texts' }, element('h3', {}, heading), sides));
    }
    return parts.length > 0 ? [element('h2', {}, '文字'), ...parts] : [];
  };

  const find = (code) => {
    const [, slug, year] = /^(.+)-(\d{4})$/.exec(code ?? '') ?? [];
    const organ = organs.find((each) => each.slug === slug);
    return organ?.years.some((each) => each.year === Number(year))
      ? { organ, year: Number(year) }
      : undefined;
  };

  /** The choice in the address; else the newest report of the first organ and the one before it. */
  const chosen = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const [first] = organs;
    return {
      left: find(asked.get('left')) ?? { organ: first, year: (first.years[1] ?? first.years[0]).year },
      right: find(asked.get('right')) ?? { organ: first, year: first.years[0].year },
    };
  };

  const place = document.getElementById('comparison');
  let turn = 0;
  const show = async () => {
    const { left, right } = chosen();
    for (const [key, choice] of Object.entries({ left, right }))
      selects[key].value = `${choice.organ.slug}-${choice.year}`;
    const mine = ++turn;
    try {
      const both = await Promise.all([report(left), report(right)]);
      if (mine === turn) place.replaceChildren(...numbers(...both), ...texts(...both));
    } catch {
      place.replaceChildren(element('p', {}, '数据没有读出来，请刷新再试，或者看下面各报告与上一份的比较。'));
    }
  };

  const selects = {};
  for (const [key, words] of Object.entries({ left: '左边', right: '右边' })) {
    const select = element('select', { id: `choose-${key}` });
    for (const { slug, name, years } of organs) {
      const options = years.map(({ year }) =>
        element('option', { value: `${slug}-${year}` }, `${name} ${year}年`),
      );
      select.append(element('optgroup', { label: name }, ...options));
    }
    select.addEventListener('change', () => {
      location.hash = `left=${selects.left.value}&right=${selects.right.value}`;
    });
    selects[key] = select;
    document.getElementById('choice').append(element('label', {}, `${words} `, select));
  }
  window.addEventListener('hashchange', show);
  show();
})();
