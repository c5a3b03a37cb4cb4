/** Word's XML in a form that mammoth reads whole: without hidden text, fields and formulas as the text they show. */
export function shownText(xml: string): string {
  const plain = xml
    .replace(/<\/?w:fldSimple\b[^>]*>/g, '')
    .replace(/<\/?m:oMathPara\b[^>]*>/g, '')
    .replace(/<m:oMath\b[^>]*>([\s\S]*?)<\/m:oMath>/g, (_, formula: string) => {
      const texts = [...formula.matchAll(/<m:t\b[^>]*>([^<]*)<\/m:t>/g)].map(([, text]) => text);
      return `<w:r><w:t xml:space="preserve">${texts.join('')}</w:t></w:r>`;
    });
  return plain.includes('<w:vanish') ? plain.replace(run, withoutHidden) : plain;
}

/** A run with its properties, and nothing of another run in it. */
const run =
  /<w:r(?: [^>]*)?>\s*<w:rPr>((?:(?!<\/w:rPr>)[\s\S])*)<\/w:rPr>(?:(?!<w:r[ >]|<\/w:r>)[\s\S])*<\/w:r>/g;

function withoutHidden(whole: string, properties: string): string {
  const hidden = /<w:vanish(?:\/>| w:val="(?:1|true|on)"\s*\/>)/.test(properties);
  return hidden ? whole.replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/g, '') : whole;
}
