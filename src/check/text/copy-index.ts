import type { Form } from '../../forms/compile.ts';
import { anchorCount, fingerprint, hashText, sketchWords, type Units } from './fingerprint.ts';
import { exact, findOrAdd, type Integers, integers, push, reserve, type Slots, slots } from './integers.ts';
import { readSegments, type SegmentWords, segmentWords } from './segments.ts';
import type { NamedOrgan, TextPart } from './types.ts';

/** A report's texts as the copy finder reads them. */
export interface TextSource {
  organ: string;
  year: number;
  parts: readonly TextPart[];
}

/** When a passage is the common stock of the site and no sign of copying. */
export interface CommonLimits {
  /** Organs from which a passage is common, however many organs there are. */
  organs: number;
  /** Share of all organs from which it is common. */
  share: number;
  /** Fewer organs than this are never "very many": with three reports nothing is common. */
  atLeast: number;
}

/** 50 organs are more than one county has; within a county it takes two thirds, but no fewer than 5. */
export const commonLimits: CommonLimits = { organs: 50, share: 2 / 3, atLeast: 5 };

/**
 * What is kept of all reports: no text, some fifty bytes a segment. Segments stand in the order of
 * reports; equal segments share a form.
 */
export interface CopyIndex {
  reports: readonly { organ: string; year: number }[];
  /** Names of sections, by number. */
  sections: readonly string[];
  /** By report: its first segment; one more entry for the end. */
  firstSegment: Int32Array;
  /** By segment. */
  segmentForm: Int32Array;
  segmentStart: Int32Array;
  /** Length and number of the section: `length << 4 | section`. */
  segmentExtent: Int32Array;
  /** By form: its sketch, `sketchWords` each. */
  sketches: Int32Array;
  /** By form: 1 if it is common stock. */
  common: Uint8Array;
  /** Reports by form, ascending, and where those of each form begin; one more entry for the end. */
  postings: Int32Array;
  firstPosting: Int32Array;
  /** Anchors in chains; equal keys share a bucket. */
  anchors: Anchors;
  /** By report: characters outside the opening that are common stock, and all others. */
  commonLength: Int32Array;
  freeLength: Int32Array;
}

export interface Anchors {
  key: Int32Array;
  form: Int32Array;
  /** The anchor before it in the same bucket, or -1. */
  previous: Int32Array;
  /** Last anchor of a bucket, or -1. */
  bucket: Int32Array;
}

/** Of all anchors a quarter is kept, chosen by value, so that two equal ones are kept or left out together. */
const anchorMask = 3;
const greatestExtent = 0x7ffffff;

/**
 * Reads all reports once. They come organ by organ, each organ's by year: then the index does not
 * depend on anything else, and organs can be counted without remembering who said what.
 */
export function copyIndex(
  sources: Iterable<TextSource>,
  context: { organs: Iterable<NamedOrgan>; forms: readonly Form[] },
  limits: CommonLimits = commonLimits,
): CopyIndex {
  const words = segmentWords(context.organs, context.forms);
  const build = emptyBuild();
  for (const source of sources) addReport(build, source, words);
  return finish(build, limits);
}

interface Build {
  reports: { organ: string; year: number }[];
  organs: number;
  sections: string[];
  firstSegment: Integers;
  segmentForm: Integers;
  segmentStart: Integers;
  segmentExtent: Integers;
  forms: Slots;
  formHash: Integers;
  formOther: Integers;
  sketches: Integers;
  anchorKey: Integers;
  anchorForm: Integers;
}

function emptyBuild(): Build {
  return {
    reports: [],
    organs: 0,
    sections: [],
    firstSegment: integers(),
    segmentForm: integers(),
    segmentStart: integers(),
    segmentExtent: integers(),
    forms: slots(),
    formHash: integers(),
    formOther: integers(),
    sketches: integers(),
    anchorKey: integers(),
    anchorForm: integers(),
  };
}

function addReport(build: Build, { organ, year, parts }: TextSource, words: SegmentWords): void {
  const last = build.reports.at(-1);
  if (last && (last.organ > organ || (last.organ === organ && last.year >= year))) {
    throw new Error(`reports out of order: ${last.organ} ${last.year} before ${organ} ${year}`);
  }
  if (last?.organ !== organ) build.organs++;
  build.reports.push({ organ, year });
  push(build.firstSegment, build.segmentForm.length);
  for (const { section, text } of parts) {
    const number = sectionNumber(build, section);
    readSegments(text, words, ({ start, end, official }, normal) => {
      if (official) return;
      push(build.segmentForm, formOf(build, normal));
      push(build.segmentStart, start);
      push(build.segmentExtent, (Math.min(end - start, greatestExtent) << 4) | number);
    });
  }
}

function sectionNumber(build: Build, section: string): number {
  const known = build.sections.indexOf(section);
  if (known >= 0) return known;
  if (build.sections.length === 16) throw new Error(`more than 16 sections: ${section}`);
  return build.sections.push(section) - 1;
}

const anchors = new Int32Array(anchorCount);

function formOf(build: Build, normal: Units): number {
  const hash = hashText(normal, 1);
  const other = hashText(normal, 2);
  const { formHash, formOther, sketches } = build;
  return findOrAdd(
    build.forms,
    hash,
    (form) => formHash.values[form] === hash && formOther.values[form] === other,
    () => {
      const form = formHash.length;
      push(formHash, hash);
      push(formOther, other);
      reserve(sketches, sketchWords);
      fingerprint(normal, sketches.values, sketches.length, anchors);
      sketches.length += sketchWords;
      for (const key of anchors) {
        if ((key & anchorMask) !== 0) continue;
        push(build.anchorKey, key);
        push(build.anchorForm, form);
      }
      return form;
    },
    (form) => formHash.values[form]!,
  );
}

function finish(build: Build, limits: CommonLimits): CopyIndex {
  const count = build.segmentForm.length;
  push(build.firstSegment, count);
  const firstSegment = exact(build.firstSegment);
  const segmentForm = exact(build.segmentForm);
  const { postings, firstPosting } = byForm(segmentForm, firstSegment, build.formHash.length);
  const { reports } = build;
  const common = commonForms(postings, firstPosting, reports, leastSharers(build.organs, limits));
  const segmentExtent = exact(build.segmentExtent);
  const opening = build.sections.indexOf('opening');
  const commonLength = new Int32Array(reports.length);
  const freeLength = new Int32Array(reports.length);
  for (let report = 0; report < reports.length; report++) {
    for (let s = firstSegment[report]!; s < firstSegment[report + 1]!; s++) {
      const extent = segmentExtent[s]!;
      if (common[segmentForm[s]!] === 0) freeLength[report]! += extent >>> 4;
      else if ((extent & 15) !== opening) commonLength[report]! += extent >>> 4;
    }
  }
  return {
    reports,
    sections: build.sections,
    firstSegment,
    segmentForm,
    segmentStart: exact(build.segmentStart),
    segmentExtent,
    sketches: exact(build.sketches),
    common,
    postings,
    firstPosting,
    anchors: chained(exact(build.anchorKey), exact(build.anchorForm)),
    commonLength,
    freeLength,
  };
}

/** Reports sorted by the forms they hold, by counting. */
function byForm(segmentForm: Int32Array, firstSegment: Int32Array, forms: number) {
  const firstPosting = new Int32Array(forms + 1);
  for (const form of segmentForm) firstPosting[form + 1]!++;
  for (let form = 0; form < forms; form++) firstPosting[form + 1]! += firstPosting[form]!;
  const postings = new Int32Array(segmentForm.length);
  const at = firstPosting.slice();
  for (let report = 0; report + 1 < firstSegment.length; report++) {
    for (let s = firstSegment[report]!; s < firstSegment[report + 1]!; s++) {
      postings[at[segmentForm[s]!]!++] = report;
    }
  }
  return { postings, firstPosting };
}

/** From how many organs a passage is common stock. */
export function leastSharers(organs: number, limits: CommonLimits = commonLimits): number {
  return Math.max(limits.atLeast, Math.min(limits.organs, Math.ceil(organs * limits.share)));
}

function commonForms(
  postings: Int32Array,
  firstPosting: Int32Array,
  reports: readonly { organ: string }[],
  least: number,
): Uint8Array {
  const common = new Uint8Array(firstPosting.length - 1);
  for (let form = 0; form < common.length; form++) {
    let sharers = 0;
    let last: string | undefined;
    for (let p = firstPosting[form]!; p < firstPosting[form + 1]!; p++) {
      const { organ } = reports[postings[p]!]!;
      if (organ !== last) sharers++;
      last = organ;
    }
    if (sharers >= least) common[form] = 1;
  }
  return common;
}

function chained(key: Int32Array, form: Int32Array): Anchors {
  let size = 1024;
  while (size < key.length) size *= 2;
  const bucket = new Int32Array(size).fill(-1);
  const previous = new Int32Array(key.length);
  key.forEach((value, anchor) => {
    const slot = anchorBucket(value, size);
    previous[anchor] = bucket[slot]!;
    bucket[slot] = anchor;
  });
  return { key, form, previous, bucket };
}

export function anchorBucket(key: number, size: number): number {
  return (key >>> 2) & (size - 1);
}

/** Length of a segment in characters. */
export function extent(index: CopyIndex, segment: number): number {
  return index.segmentExtent[segment]! >>> 4;
}
