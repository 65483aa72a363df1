/** The protocol of the minimal server: the sender in two bytes, then as many bytes as one of our appends has. */
import type { ServerAddress, ServerProtocol } from './server-protocol.ts'
import { openBenchSocket } from './socket.ts'

/** An append of one sealed character, in bytes. */
const MESSAGE_BYTES = 216

const nothingKept = (): Promise<never> => Promise.reject(new Error('It keeps no document.'))

export const createBareProtocol = (place: ServerAddress): ServerProtocol => ({
  prepare: async () => {},
  join: async (room, person, { heard }) => {
    const message = new Uint8Array(MESSAGE_BYTES).fill(7)
    message[0] = person
    const line = await openBenchSocket(place, `/${room}`, (bytes) => heard(bytes[0] ?? 0))
    return { send: () => line.send(message), close: line.close }
  },
  prepareDocument: nothingKept,
  fetchDocument: nothingKept,
})
