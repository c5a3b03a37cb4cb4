/**
 * The variables of a template, as its compiled form asks for them. nunjucks has the same, but takes the name of each
 * variable apart whenever it is set, seven times for each entry of a loop (`loop.index` and others): that was a fifth
 * of what all pages cost.
 */
export class Frame {
  topLevel = false;
  private readonly parent: Frame | undefined;
  /** What is set in a block or an included template stays there. */
  private readonly isolateWrites: boolean;
  private variables: Map<string, unknown> | undefined;

  constructor(parent?: Frame, isolateWrites = false) {
    this.parent = parent;
    this.isolateWrites = isolateWrites;
  }

  /** Of a name with a dot the first part is an object, made as needed. With `resolveUp` it is set where it was before. */
  set(name: string, value: unknown, resolveUp = false): void {
    const { first, key } = partsOf(name);
    const owner = (resolveUp ? this.resolve(first, true) : undefined) ?? this;
    owner.variables ??= new Map();
    if (key === undefined) {
      owner.variables.set(first, value);
      return;
    }
    let object = owner.variables.get(first) as Record<string, unknown> | undefined;
    if (!object) {
      object = {};
      owner.variables.set(first, object);
    }
    object[key] = value;
  }

  /** Null where it is not set in this frame itself. */
  get(name: string): unknown {
    return this.variables?.get(name) ?? null;
  }

  lookup(name: string): unknown {
    const value = this.variables?.get(name);
    return value !== undefined ? value : this.parent?.lookup(name);
  }

  resolve(name: string, forWrite = false): Frame | undefined {
    if (this.variables?.get(name) !== undefined) return this;
    return forWrite && this.isolateWrites ? undefined : this.parent?.resolve(name);
  }

  push(isolateWrites = false): Frame {
    return new Frame(this, isolateWrites);
  }

  pop(): Frame | undefined {
    return this.parent;
  }
}

interface Parts {
  first: string;
  /** Templates themselves can set no name with a dot; nunjucks sets those of `loop`. */
  key: string | undefined;
}

const known = new Map<string, Parts>();

function partsOf(name: string): Parts {
  let parts = known.get(name);
  if (!parts) {
    const dot = name.indexOf('.');
    parts =
      dot < 0 ? { first: name, key: undefined } : { first: name.slice(0, dot), key: name.slice(dot + 1) };
    known.set(name, parts);
  }
  return parts;
}
