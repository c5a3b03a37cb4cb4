/** What is worked out once and kept, as most of what follows from a form is. */

/** A value that is made when it is first asked for. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * An answer about an object, worked out once for each and kept as long as the object. What is given beside the object
 * belongs to it, such as the form of a table, and is looked at the first time only.
 */
export function onceFor<K extends object, V, More extends unknown[]>(
  make: (of: K, ...more: More) => V,
): (of: K, ...more: More) => V {
  const made = new WeakMap<K, V>();
  return (of, ...more) => {
    let answer = made.get(of);
    if (answer === undefined && !made.has(of)) {
      answer = make(of, ...more);
      made.set(of, answer);
    }
    return answer as V;
  };
}
