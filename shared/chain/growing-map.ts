/**
 * A map that never changes and shares its entries with the map that it grew from, so that a chain of thousands of records
 * costs each record its own entries and not a copy of all. Entries can be replaced, never removed.
 */

/** Layers, oldest first, each at least twice as large as the next: a lookup asks few, and each entry is copied few times. */
type Layers<Key, Value> = readonly ReadonlyMap<Key, Value>[]

const merged = <Key, Value>(layers: Layers<Key, Value>): Map<Key, Value> => {
  const all = new Map(layers[0])
  for (const layer of layers.slice(1)) for (const [key, value] of layer) all.set(key, value)
  return all
}

/** From here on, counted from the newest, the layers are too small to stay apart. */
const stacked = <Key, Value>(layers: Layers<Key, Value>): Layers<Key, Value> => {
  let first = layers.length - 1
  let size = layers[first]?.size ?? 0
  for (let before = layers[first - 1]; before !== undefined && before.size < 2 * size; before = layers[first - 1]) {
    first -= 1
    size += before.size
  }
  return first === layers.length - 1 ? layers : [...layers.slice(0, first), merged(layers.slice(first))]
}

export class GrowingMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly size: number
  private readonly layers: Layers<Key, Value>
  private constructor(layers: Layers<Key, Value>, size: number) {
    this.layers = layers
    this.size = size
  }
  static of<Key, Value>(entries: Iterable<readonly [Key, Value]> = []): GrowingMap<Key, Value> {
    const layer = new Map(entries)
    return new GrowingMap(layer.size === 0 ? [] : [layer], layer.size)
  }
  /** With these entries added, or in the place of those with the same keys. This map stays as it is. */
  with(entries: Iterable<readonly [Key, Value]>): GrowingMap<Key, Value> {
    const layer = new Map(entries)
    if (layer.size === 0) return this
    let { size } = this
    for (const key of layer.keys()) if (!this.has(key)) size += 1
    return new GrowingMap(stacked([...this.layers, layer]), size)
  }
  has(key: Key): boolean {
    return this.layers.some((layer) => layer.has(key))
  }
  get(key: Key): Value | undefined {
    return this.layers.findLast((layer) => layer.has(key))?.get(key)
  }
  /** A walk over all entries copies them once. */
  entries(): MapIterator<[Key, Value]> {
    return merged(this.layers).entries()
  }
  keys(): MapIterator<Key> {
    return merged(this.layers).keys()
  }
  values(): MapIterator<Value> {
    return merged(this.layers).values()
  }
  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }
  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }
}
