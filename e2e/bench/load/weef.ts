/** Our relay's protocol: everybody is authenticated, every edit is an entry that was sealed before the measurement began. */
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { SHORT_HASH_BYTES } from '#shared/protocol/hash.ts'
import { inBatches } from './batches.ts'
import { makeFiveYearsLog } from './five-years.ts'
import type { Bytes } from './socket.ts'
import { openWeefConnection } from './weef-connection.ts'
import { createWeefRoom, makeEdits, type WeefRoom } from './weef-room.ts'
import type { ServerAddress, Scene, ServerProtocol } from './server-protocol.ts'

/**
 * The relay takes entries that have seen one of the last 1,000 items (S2), so edits are sealed in generations of this many.
 */
const GENERATION = 600
type Room = WeefRoom & {
  /** By person and generation, as frames. */
  readonly edits: readonly (readonly (readonly Bytes[])[])[]
}
export const roomName = (room: number): string => `room ${room}`
const NOBODY = { entry: () => {} }

const sealEdits = async (room: WeefRoom, person: number, { edits, perRoom }: Scene) => {
  const updates = makeEdits(room, person, edits)
  const { seq } = room.state
  const generations = Array.from({ length: Math.ceil(perRoom / GENERATION) }, (_, generation) =>
    generation === 0 ? {} : { seen: { number: seq + generation * GENERATION, hash: new Uint8Array(SHORT_HASH_BYTES) } },
  )
  return inBatches(generations, async (change) =>
    inBatches(updates, async (update) =>
      encodeAppFrame({ type: 'append', item: await room.seal(person, update, change) }),
    ),
  )
}

/** Resolves when the relay has all of `items`. One by one: each may have seen the previous one. */
const appendAll = async (
  place: ServerAddress,
  room: WeefRoom,
  root: Bytes | null,
  items: readonly Bytes[],
): Promise<void> => {
  let answered = 0
  let done = (): void => {}
  let failed = (_error: Error): void => {}
  const all = new Promise<void>((resolve, reject) => ([done, failed] = [resolve, reject]))
  const more = (): void => {
    const next = items[answered]
    if (next === undefined) done()
    else line.append(next)
  }
  const line = await openWeefConnection(
    place,
    room,
    0,
    { root },
    {
      ...NOBODY,
      frame: (frame) => {
        if (frame.type === 'refused') failed(new Error(`The relay refused what the scene needs: ${frame.reason}.`))
        if (frame.type !== 'committed') return
        answered += 1
        more()
      },
    },
  )
  more()
  await all
  line.close()
}
/** Resolves when the relay knows the room and its members. */
export const storeRoom = (place: ServerAddress, room: WeefRoom): Promise<void> =>
  appendAll(place, room, room.records[0] ?? null, room.records.slice(1))

export const createWeefProtocol = (place: ServerAddress): ServerProtocol => {
  let rooms: readonly Room[] = []
  let library: WeefRoom | null = null
  return {
    prepare: async (scene) => {
      rooms = await inBatches(
        Array.from({ length: scene.rooms }, (_, room) => room),
        async (number) => {
          const room = await createWeefRoom(roomName(number), scene.people)
          await storeRoom(place, room)
          const edits = await Promise.all(room.people.map((_, person) => sealEdits(room, person, scene)))
          return { ...room, edits }
        },
      )
    },
    join: async (number, person, { heard, kept, refused }) => {
      const room = rooms[number]
      if (room === undefined) throw new Error('No such room.')
      const first = room.state.seq
      let head = first // as far as this person has received: another relay may be behind
      const line = await openWeefConnection(
        place,
        room,
        person,
        {},
        {
          entry: heard,
          frame: (frame) => {
            if (frame.type === 'items') head = Math.max(head, frame.firstSeq + frame.items.length - 1)
            if (frame.type === 'refused') refused?.()
            if (frame.type !== 'committed') return
            head = Math.max(head, frame.seq)
            kept?.()
          },
        },
      )
      let sent = 0
      const send = (): void => {
        const sealed = room.edits[person]?.[Math.floor((head - first) / GENERATION)]
        if (sealed === undefined) throw new Error('More edits were sent than were sealed.')
        line.send(sealed[sent % sealed.length] ?? new Uint8Array(0))
        sent += 1
      }
      return { send, close: line.close }
    },
    prepareDocument: async (people) => {
      library = await createWeefRoom('library', people)
      await storeRoom(place, library)
      await appendAll(place, library, null, await makeFiveYearsLog(library))
    },
    fetchDocument: async (person) => {
      if (library === null) throw new Error('There is no document.')
      // As the app does: the newest checkpoint first, then the whole log to verify it (K2).
      const preview = await openWeefConnection(
        place,
        library,
        person,
        { start: 'checkpoint' },
        { ...NOBODY, frame: () => {} },
      )
      preview.close()
      const line = await openWeefConnection(place, library, person, {}, { ...NOBODY, frame: () => {} })
      return { send: () => {}, close: line.close }
    },
  }
}
