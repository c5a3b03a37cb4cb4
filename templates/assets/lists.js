/* Long tables: a box that filters the rows, and headings that sort them. Without it they are in the official order. */
(() => {
  /** A number, a date or a word, so that each column sorts by what it holds. */
  const keyOf = (cell) => {
    const text = cell.textContent.trim();
    const date = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
    if (date) return Number(date[1]) * 10000 + Number(date[2]) * 100 + Number(date[3]);
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  };
  const compare = (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    // Words stand after numbers: what is missing is not small.
    if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
    return a.localeCompare(b, 'zh-CN');
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => {
        const next = { none: 'descending', descending: 'ascending', ascending: 'none' };
        const order = next[heading.getAttribute('aria-sort') ?? 'none'];
        for (const other of headings) other.removeAttribute('aria-sort');
        if (order !== 'none') heading.setAttribute('aria-sort', order);
        const keys = new Map(rows.map((row) => [row, keyOf(row.cells[i])]));
        const sign = order === 'descending' ? -1 : 1;
        const sorted =
          order === 'none' ? rows : [...rows].sort((a, b) => sign * compare(keys.get(a), keys.get(b)));
        body.append(...sorted);
      });
    });
  };

  const filterable = (table) => {
    const rows = [...table.tBodies[0].rows];
    const label = document.createElement('label');
    label.className = 'filter';
    label.append(`筛选${table.dataset.list} `);
    const input = document.createElement('input');
    input.type = 'search';
    input.autocomplete = 'off';
    label.append(input);
    const status = document.createElement('output');
    status.className = 'meta';
    const show = () => {
      const words = input.value.trim().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !words.every((word) => row.textContent.includes(word));
        if (!row.hidden) shown++;
      }
      status.textContent = words.length === 0 ? '' : `${rows.length}行里有${shown}行`;
    };
    // While an input method composes, the box holds letters that nobody looks for.
    input.addEventListener('input', (event) => event.isComposing || show());
    input.addEventListener('compositionend', show);
    const bar = document.createElement('p');
    bar.className = 'filter-bar';
    bar.append(label, status);
    table.closest('.scroll').before(bar);
  };

  for (const table of document.querySelectorAll('table[data-list]')) {
    if (table.tBodies[0].rows.length < 2) continue;
    sortable(table);
    filterable(table);
  }
})();
