/* Search without a server: the list on the page is filtered as one types; sentences of the reports are found through an
   index of pairs of characters, of which only the files that a query needs are loaded, as scripts, from a disk too. */
(() => {
  const { element, load, sentences } = globalThis.goujiTools;
  const searchable = (text) => text.replace(/[\s*]+/g, '').toLowerCase();
  /** How many reports are opened to show their sentences, at first and with each further request. */
  const portion = 10;

  const { blockSize, shards, docs } = globalThis.goujiSearch ?? { docs: [] };

  const runs = (text, base) => {
    const found = [];
    for (const run of text.split(',')) {
      const [start, length] = run.split('.').map((part) => Number.parseInt(part, 36));
      for (let i = 0; i < length; i++) found.push(base + start + i);
    }
    return found;
  };

  /** Reports of a block that hold a character, or a pair of them. */
  const holding = async (block, first, second) => {
    const shard = await load(`search/${block}-${first.charCodeAt(0) % shards}.js`, 'goujiShard');
    const lines = shard[first]?.split('\n') ?? [];
    const matching = second === undefined ? lines : lines.filter((line) => line[0] === second);
    return new Set(matching.flatMap((line) => runs(line.slice(1), block * blockSize)));
  };

  /** Reports that hold all pairs of all words; whether in one place is seen when they are opened. */
  const candidates = async (words) => {
    const found = [];
    for (let block = 0; block * blockSize < docs.length; block++) {
      let left;
      for (const word of words) {
        const pairs = word.length === 1 ? [[word]] : [...word].slice(1).map((_, i) => [word[i], word[i + 1]]);
        for (const [first, second] of pairs) {
          const holders = await holding(block, first, second);
          left = left === undefined ? holders : new Set([...left].filter((doc) => holders.has(doc)));
          if (left.size === 0) break;
        }
        if (left?.size === 0) break;
      }
      found.push(...(left ?? []));
    }
    // The newest first, as the list of the years does.
    return found.sort((a, b) => docs[b][2] - docs[a][2] || a - b);
  };

  /** The sentences of a report in which a word stands; nothing where not every word stands in it. */
  const sentencesWith = async (doc, words) => {
    const [slug, , year] = docs[doc];
    const texts = await load(`organs/${slug}/texts.js`, 'goujiTexts');
    const sections = texts.find((each) => each.year === year)?.sections ?? [];
    const whole = sections.map(({ text }) => searchable(text));
    if (!words.every((word) => whole.some((text) => text.includes(word)))) return [];
    return sections.flatMap(({ key, text }) =>
      sentences(text)
        .filter((sentence) => words.some((word) => searchable(sentence).includes(word)))
        .map((sentence) => ({ key, sentence })),
    );
  };

  const marked = (sentence, words) => {
    const parts = [];
    let rest = sentence;
    while (rest !== '') {
      const lower = rest.toLowerCase();
      const [at, word] = words
        .map((each) => [lower.indexOf(each), each])
        .filter(([place]) => place >= 0)
        .sort(([a], [b]) => a - b)[0] ?? [-1];
      if (at < 0) return [...parts, rest];
      parts.push(rest.slice(0, at), element('mark', {}, rest.slice(at, at + word.length)));
      rest = rest.slice(at + word.length);
    }
    return parts;
  };

  const input = element('input', { type: 'search', id: 'query', autocomplete: 'off' });
  const status = element('output', { className: 'meta' });
  const box = element(
    'p',
    { className: 'search-box' },
    element('label', { htmlFor: 'query' }, '查什么 '),
    input,
    status,
  );
  const help =
    '机关、年度、句子里的任何几个字、规则编号都可以；几个词用空格隔开。按 / 到这里，上下键选，回车打开。';
  document.getElementById('search').append(box, element('p', { className: 'meta' }, help));
  const place = document.getElementById('texts');
  const items = [...document.querySelectorAll('#list li')].map((item) => ({
    item,
    text: searchable(`${item.textContent} ${item.dataset.words}`),
  }));

  const filter = (words) => {
    let shown = 0;
    for (const { item, text } of items) {
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) shown++;
    }
    for (const section of document.querySelectorAll('#list section'))
      section.hidden = !section.querySelector('li:not([hidden])');
    return shown;
  };

  const resultItem = (doc, found, words) => {
    const [slug, name, year] = docs[doc];
    const page = `organs/${slug}/${year}.html`;
    const lines = found.slice(0, 3).map(({ key, sentence }) => {
      return element('li', {}, element('a', { href: `${page}#${key}` }, ...marked(sentence, words)));
    });
    const more = found.length > 3 ? [element('p', { className: 'meta' }, `还有${found.length - 3}句`)] : [];
    return element(
      'li',
      {},
      element('a', { href: page }, `${name}${year}年`),
      element('ul', {}, ...lines),
      ...more,
    );
  };

  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const words = input.value.split(/\s+/).map(searchable).filter(Boolean);
    const shown = filter(words);
    place.replaceChildren();
    status.textContent = words.length === 0 ? '' : `列表里有${shown}项`;
    history.replaceState(
      undefined,
      '',
      words.length === 0 ? '#' : `#q=${encodeURIComponent(input.value.trim())}`,
    );
    if (words.length === 0 || docs.length === 0) return;
    try {
      const all = await candidates(words);
      if (mine !== turn) return;
      const list = element('ol', { className: 'results' });
      const button = element('button', { type: 'button', hidden: true }, '再看一些');
      place.replaceChildren(element('h2', {}, '报告里的句子'), list, button);
      let next = 0;
      const more = async () => {
        button.hidden = true;
        let added = 0;
        while (next < all.length && added < portion) {
          const doc = all[next++];
          const found = await sentencesWith(doc, words);
          if (mine !== turn) return;
          if (found.length === 0) continue;
          list.append(resultItem(doc, found, words));
          added++;
        }
        button.hidden = next >= all.length;
        if (list.children.length === 0) place.replaceChildren(element('p', {}, '没有报告写到这几个字。'));
        status.textContent = `列表里有${shown}项，报告${list.children.length}份${next < all.length ? '以上' : ''}`;
      };
      button.addEventListener('click', more);
      await more();
    } catch {
      if (mine === turn) place.replaceChildren(element('p', {}, '索引没有读出来，请刷新再试。'));
    }
  };

  let wait;
  const soon = () => {
    clearTimeout(wait);
    wait = setTimeout(search, 150);
  };
  // While an input method composes, the box holds letters that nobody looks for, and its keys are the method's.
  input.addEventListener('input', (event) => event.isComposing || soon());
  input.addEventListener('compositionend', soon);
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const links = [input, ...document.querySelectorAll('#texts a, #list li:not([hidden]) a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Escape' && at >= 0) {
      input.value = '';
      input.focus();
      search();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && at >= 0) {
      const to = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!to) return;
      event.preventDefault();
      to.focus();
    } else if (event.key === 'Enter' && document.activeElement === input) {
      links[1]?.click();
    } else if (event.key === '/' && document.activeElement === document.body) {
      event.preventDefault();
      input.focus();
    }
  });

  input.value = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
  if (input.value !== '') search();
})();
