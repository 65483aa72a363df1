/** Reads columns of a database's rows. Types are checked strictly: a row of another shape is a bug and throws. */

export type Row = Readonly<Record<string, unknown>>

export const numberIn = (row: Row, name: string): number => {
  const value = row[name]
  if (typeof value !== 'number') throw new TypeError(`column ${name} holds no number`)
  return value
}

/** In a buffer of its own: both drivers are told to copy. */
export const bytesIn = (row: Row, name: string): Uint8Array<ArrayBuffer> => {
  const value = row[name]
  if (!(value instanceof Uint8Array)) throw new TypeError(`column ${name} holds no bytes`)
  return value as Uint8Array<ArrayBuffer>
}
