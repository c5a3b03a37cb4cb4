/* Where a page is missing: the organ or the year that the address names, first. */
(() => {
  const parts = location.pathname.split('/').filter(Boolean);
  const links = [...document.querySelectorAll('main .plain-list a')];
  const near = links.filter((link) => {
    const [folder, name] = new URL(link.href).pathname.split('/').slice(-3);
    const organ = folder === 'organs' && parts.includes(name);
    const year = /\/years\/(\d{4})\.html$/.exec(link.href)?.[1];
    return organ || (year !== undefined && parts.at(-1)?.startsWith(year));
  });
  const place = document.getElementById('near');
  if (near.length === 0 || !place) return;
  place.append(...near.flatMap((link) => [link.cloneNode(true), '\u3000']));
  place.hidden = false;
})();
