/**
 * The checks of prose, by rule. All are pure: a text or the parts of a report, a small context, findings.
 *
 * | rule | function | takes |
 * |---|---|---|
 * | ED-CITE | findCitations | text, form, forms |
 * | QA-APPRAISAL | checkAppraisal | parts, level, key of section one |
 * | QA-CONTACT | findContactFaults | text |
 * | QA-ENCODING | findEncodingFaults | text |
 * | QA-LEFTOVER | findLeftovers | text |
 * | QA-LENGTH | checkLength | text of section one, its key, limits |
 * | QA-ORGAN | findOtherOrgans, findOwnName, findLevelWords | text or parts, organ, names |
 * | QA-OVERVIEW | checkOverview | text of section one, what the form asks of it |
 * | QA-PERIOD | findPeriod | parts, year |
 * | QA-PERSON | findPersonalData | text, year |
 * | QA-PROBLEMS | checkProblems | text, key of its section, whether there is a last year |
 * | QA-SECLIST | checkSectionList | text, section |
 * | QA-SECTION6 | checkRemarks | text, key of its section |
 * | QA-SIMILAR-SELF, QA-SIMILAR-PEER | copyIndex, allCopies, copied | all reports, once |
 * | QA-STALE-YEAR | findStaleYears | text, year |
 * | QA-TYPO | findTypos | text, section |
 */
export { findCitations } from './citation.ts';
export { findContactFaults } from './contact.ts';
export { copyIndex, type TextSource } from './copy-index.ts';
export { findEncodingFaults } from './encoding.ts';
export { findLeftovers } from './leftovers.ts';
export { findLevelWords, ownLevelWords } from './level-words.ts';
export { findOtherOrgans, findOwnName, organNames } from './names.ts';
export { findPeriod } from './period.ts';
export { findPersonalData } from './privacy.ts';
export { allCopies, type Copies, copied, copiesOf, copyLimits } from './similarity.ts';
export {
  checkAppraisal,
  checkLength,
  checkOverview,
  checkProblems,
  checkRemarks,
  checkSectionList,
  textLength,
} from './structure.ts';
export { type Finding, inParts, type TextPart, textParts } from './types.ts';
export { findTypos } from './typography.ts';
export { findStaleYears } from './years.ts';
