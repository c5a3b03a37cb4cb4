import type { Place } from './diagnostic.ts';
import type { ReportName } from './result.ts';

/** The numbers in the text of a report, each held against its tables. */
export interface ProseReport extends ReportName {
  /** In the order of the text. */
  numbers: readonly ProseNumber[];
  /** Wholes with the parts the text gives of them. */
  lists: readonly ProseSum[];
  /** Section one says how many applications there were, be it none. */
  statesRequests: boolean;
}

interface ProseWords {
  /** Heading of the section. */
  section: string;
  place: Place;
  /** As written: 33件, 未收到政府信息公开申请. */
  text: string;
  /** The same with the words that lead up to it. */
  words: string;
  /** Money in 元, shares in per cent. */
  value: number;
  unit: string;
}

export interface ProseNumber extends ProseWords {
  /** `none`: said in words; `outcome`: all ended so; `share` of a whole; `change` since last year. */
  kind: 'count' | 'none' | 'outcome' | 'share' | 'change';
  /** `free`: no table has it; `unchecked`: `reason` says why. */
  verdict: 'agrees' | 'differs' | 'free' | 'unchecked';
  reason?: string;
  /** The meanings tried; the one that agrees comes first. */
  readings: readonly ProseReading[];
  /** A meaning that would fit, though the words don't say so. */
  closest?: ProseReading;
}

/** What a number may stand for. */
export interface ProseReading {
  /** In the form's words, with what it comes to: 一、本年新收政府信息公开申请数量 · 总计 31. */
  text: string;
  value: number;
  /** Addresses of the cells it is made of. */
  cells: readonly string[];
}

export interface ProseSum extends ProseWords {
  parts: readonly string[];
  sum: number;
  /** `some`: the parts named are plainly not all. */
  verdict: 'agrees' | 'differs' | 'some';
}
