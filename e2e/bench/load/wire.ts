/** What the load generator says to any server, in that server's own words. Knows no figure. */

/** One person's connection. */
export type Talker = {
  /** The next small edit: some 20 to 200 bytes, as a key pressed. */
  send(): void
  close(): void
}
export type Listening = {
  /** An edit by this other person of the room came in. Edits of one person come in the order they were sent. */
  heard(author: number): void
  /** Durable, says the server; only ours says it. */
  kept?(): void
  /** Not taken. */
  refused?(): void
}
export type Scene = {
  readonly rooms: number
  readonly people: number
  /** How many edits each of them has ready; then they begin anew. */
  readonly edits: number
  /** At most so many edits come into one room. */
  readonly perRoom: number
}
export type Wire = {
  /** Makes rooms, people and their edits ready. */
  prepare(scene: Scene): Promise<void>
  /** Resolves once this person hears what others write. */
  join(room: number, person: number, listening: Listening): Promise<Talker>
  /** A plan of five years (figure 7), and this many people who may read it. */
  prepareDocument(people: number): Promise<void>
  /** A new device of one of them: resolves once it has the whole document. */
  fetchDocument(person: number): Promise<Talker>
}
export type Place = { readonly ports: readonly number[]; readonly origin: string }
