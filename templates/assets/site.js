/* Every page: remembers how the reader wants to see it, and adds what only a script can do. */
(() => {
  const memory = (() => {
    try {
      return window.localStorage;
    } catch {
      // Some browsers keep nothing for pages opened from a file.
      return undefined;
    }
  })();
  for (const id of ['set-large', 'set-contrast']) {
    const box = document.getElementById(id);
    if (!box) continue;
    if (memory?.getItem(`gouji-${id}`) === '1') box.checked = true;
    box.addEventListener('change', () => memory?.setItem(`gouji-${id}`, box.checked ? '1' : '0'));
  }
  const place = document.querySelector('.display');
  if (place) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '打印';
    button.addEventListener('click', () => window.print());
    place.append(button);
  }
})();
