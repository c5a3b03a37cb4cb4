import { onceFor } from '../forms/once.ts';
import type { Term } from '../pages/report/about.ts';
import type { Checks } from '../pages/report/checks.ts';
import { escapeHtml } from './html.ts';

/*
 * The long lists of a report page. As loops of a template they cost more than the tables: a nunjucks loop sets its
 * variables anew for each entry.
 */

/** What the rows or columns of the tables mean; the same for all reports of an edition, so written once. */
export const renderTerms = onceFor(
  (terms: readonly Term[]) => `<dl class="terms">\n${terms.map(termHtml).join('')}</dl>\n`,
);

function termHtml({ id, term, meaning, article }: Term): string {
  const law = article === undefined ? '' : `<span class="article">（${escapeHtml(article)}）</span>`;
  return `<div id="${escapeHtml(id)}"><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(meaning)}${law}</dd></div>\n`;
}

type Relation = Checks['relations'][number];

/** The sums of one relation, each a link to its cell; those of zeros in one entry. */
export function renderSums({ items, zeros }: Relation): string {
  const entries = items.map(({ kind, outcome, about, href, equation }) =>
    entryHtml(kind, outcome, linkHtml(href, about), equation),
  );
  if (zeros.length > 0) {
    const links = zeros.map(({ href, label }) => linkHtml(href, label)).join('、');
    entries.push(entryHtml('pass', '✓ 相符', `<span class="zeros">${links}</span>`, '各格都是0'));
  }
  return `<ul class="relations">\n${entries.join('')}</ul>\n`;
}

function entryHtml(kind: string, outcome: string, about: string, equation: string): string {
  return `<li><span class="outcome outcome-${escapeHtml(kind)}">${escapeHtml(outcome)}</span> ${about} <span class="equation">${escapeHtml(equation)}</span></li>\n`;
}

function linkHtml(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
}
