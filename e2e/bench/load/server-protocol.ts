/** The load generator's interface to any server's protocol. Knows no figure. */

/** One person's connection. */
export type BenchClient = {
  /** The next small edit, like a pressed key: some 20 to 200 bytes. */
  send(): void
  close(): void
}
export type EditListener = {
  /** An edit by this other person of the room arrived. Edits of one person arrive in the order of sending. */
  heard(author: number): void
  /** The server says that it is durable; only ours does. */
  kept?(): void
  /** The server refused it. */
  refused?(): void
}
export type Scene = {
  readonly rooms: number
  readonly people: number
  /** The number of prepared edits per person; after them the first is sent again. */
  readonly edits: number
  /** The maximum number of edits in one room. */
  readonly perRoom: number
}
export type ServerProtocol = {
  /** Prepares rooms, people and their edits. */
  prepare(scene: Scene): Promise<void>
  /** Resolves once this person receives what others write. */
  join(room: number, person: number, listening: EditListener): Promise<BenchClient>
  /** A plan of five years (figure 7), and this many people who may read it. */
  prepareDocument(people: number): Promise<void>
  /** A new device of one of them: resolves once it has the whole document. */
  fetchDocument(person: number): Promise<BenchClient>
}
export type ServerAddress = { readonly ports: readonly number[]; readonly origin: string }
