/* What the scripts of the comparison and the search have in common. */
globalThis.goujiTools = (() => {
  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  /** Each script leaves its data under one name; they are loaded one after the other. */
  const loaded = new Map();
  let queue = Promise.resolve();
  const load = (path, name) => {
    if (!loaded.has(path)) {
      const done = queue.then(
        () =>
          new Promise((resolve, reject) => {
            const script = element('script', { src: path });
            script.addEventListener('load', () => resolve(globalThis[name]));
            script.addEventListener('error', () => reject(new Error(path)));
            document.head.append(script);
          }),
      );
      queue = done.catch(() => {});
      loaded.set(path, done);
    }
    return loaded.get(path);
  };

  /** Each with its stops and closing quotation marks, as the program parts them. */
  const sentence = /[^。！？；\n]*[。！？；]+[”’）」』》]*|[^。！？；\n]+/g;
  const sentences = (text) => (text.match(sentence) ?? []).map((part) => part.trim()).filter(Boolean);

  return { element, load, sentences };
})();
