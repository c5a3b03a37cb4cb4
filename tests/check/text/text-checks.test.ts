import { describe } from 'vitest';
import { findCitations } from '../../../src/check/text/citation.ts';
import { findContactFaults } from '../../../src/check/text/contact.ts';
import { findEncodingFaults } from '../../../src/check/text/encoding.ts';
import { findLeftovers } from '../../../src/check/text/leftovers.ts';
import { findLevelWords } from '../../../src/check/text/level-words.ts';
import { findOtherOrgans, organNames } from '../../../src/check/text/names.ts';
import { findPeriod } from '../../../src/check/text/period.ts';
import { findPersonalData } from '../../../src/check/text/privacy.ts';
import { findTypos } from '../../../src/check/text/typography.ts';
import { findStaleYears } from '../../../src/check/text/years.ts';
import { formById, forms } from '../../../src/forms/index.ts';
import { testMarked } from './marked.ts';
import { chengguan, county, organs, qinghe } from './organs.ts';

const names = organNames(organs);

describe('QA-LEFTOVER', () => testMarked('leftovers', findLeftovers));
describe('QA-ORGAN names', () => testMarked('other-organs', (text) => findOtherOrgans(text, qinghe, names)));
describe('QA-ORGAN level words of a town', () =>
  testMarked('level-words-town', (text) => findLevelWords(text, chengguan)));
describe('QA-ORGAN level words of a county', () =>
  testMarked('level-words-county', (text) => findLevelWords(text, county)));
describe('QA-PERIOD', () => testMarked('period', (text) => findPeriod([{ section: 'opening', text }], 2023)));
describe('QA-STALE-YEAR', () => testMarked('years', (text) => findStaleYears(text, 2023)));
describe('ED-CITE', () => testMarked('citations', (text) => findCitations(text, formById(2021)!, forms)));
describe('QA-PERSON', () => testMarked('personal', (text) => findPersonalData(text, 2023)));
describe('QA-CONTACT', () => testMarked('contact', findContactFaults));
describe('QA-TYPO', () => testMarked('typos', (text) => findTypos(text)));
describe('QA-ENCODING', () => testMarked('encoding', findEncodingFaults));
