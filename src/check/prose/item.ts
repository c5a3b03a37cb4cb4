import type { Frame, Why } from './bind.ts';
import type { Quantity } from './quantity.ts';

/** A number of the text, or a statement that stands for one, with what it is about. */
export interface Item {
  /** `none`: said in words (未收到…申请); `outcome`: all of them ended so (均获维持). */
  kind: 'count' | 'none' | 'outcome' | 'share' | 'change';
  quantity: Quantity;
  state: 'bound' | 'free' | 'unchecked';
  why: Why | undefined;
  frames: readonly Frame[];
  /** The words are not exact enough to call a difference one. */
  soft: Why | undefined;
  /** Whose share or change it is, or whose outcome. */
  subject: Item | undefined;
  /** `was`: the number itself is last year's (比上年的36件). */
  direction: 'up' | 'down' | 'level' | 'was' | undefined;
  /** The whole of which it is a part. */
  list: List | undefined;
  /** 收到政府信息公开申请5件: the applications by name, with the verb. */
  direct: boolean;
  /** An organ is named that may be another one. */
  actor: boolean;
  /** Numbers that hang together with it, where its own words leave open what was received or finished. */
  chain: Chain | undefined;
  /** What a share says it is a share of. */
  base: readonly Frame[];
}

/** 收到申请31件，办结30件: of what is left open. If some agree with the tables, all are about them. */
export interface Chain {
  items: Item[];
  sure: boolean;
}

/** 共n件，其中a件、b件: a whole and its parts as the text gives them. */
export interface List {
  head: Item;
  items: Item[];
  /** 主要, 等: it doesn't claim to name all. */
  sample: boolean;
  /** It stands within another list. */
  nested: boolean;
  /** The pause between its first two parts. */
  pause: Separator;
}

/** How strong the pause before a number is: none, 、 ， ；or a full stop. */
export type Separator = 0 | 1 | 2 | 3 | 4;

const nothing: readonly Frame[] = [];

/** An item about nothing yet. */
export function newItem(kind: Item['kind'], quantity: Quantity): Item {
  return {
    kind,
    quantity,
    state: 'unchecked',
    why: undefined,
    frames: [],
    soft: undefined,
    subject: undefined,
    direction: undefined,
    list: undefined,
    direct: false,
    actor: false,
    chain: undefined,
    base: nothing,
  };
}
