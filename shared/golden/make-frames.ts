/** One message of each frame in both directions, and one with several frames. */
import type { Content } from './make-content.ts'
import type { People } from './make-keys.ts'
import type { Records } from './make-records.ts'
import { counting, label, list, sign, varBytes, varString, varUint } from './primitives.ts'

const ORIGIN = 'https://weef.example'

export const makeFrames = ({ resident, first }: People, { workspace, records }: Records, content: Content) => {
  const { id } = workspace
  const [one, none] = [Buffer.from([1]), Buffer.alloc(0)]
  const challenge = counting(0xe0, 32)
  const hello = (signer: People['resident'], fields: Buffer): Buffer => {
    const signed = Buffer.concat([label('weef/hello'), varString(ORIGIN), challenge, fields])
    return Buffer.concat([Buffer.from([0]), fields, sign(signer, signed)])
  }
  const shortHash = (content.logHashes[3] ?? none).subarray(0, 16)
  const asPerson = Buffer.concat([
    varUint(1), // version
    Buffer.from([0]), // a person
    resident.id,
    one, // with a workspace
    id,
    varUint(300), // since
    shortHash,
    varUint(0), // from the log
    varBytes(records['root']?.bytes ?? none),
  ])
  const asInvitation = Buffer.concat([
    varUint(1),
    one, // an invitation
    first.locator,
    Buffer.from([0]), // without a workspace
    varUint(0),
    Buffer.alloc(16),
    varUint(1), // from a checkpoint
    varBytes(none),
  ])
  const app = {
    helloPerson: hello(resident, asPerson),
    helloInvitation: hello(first.holder, asInvitation),
    append: Buffer.concat([Buffer.from([1]), varBytes(content.entry.bytes)]),
    presence: Buffer.concat([Buffer.from([2]), varUint(5), varBytes(content.presence.sealed)]),
    ping: Buffer.from([3]),
  }
  const logged = (receivedAt: number, bytes: Buffer): Buffer => Buffer.concat([varUint(receivedAt), varBytes(bytes)])
  const relay = {
    challenge: Buffer.concat([Buffer.from([0]), varUint(1), challenge, varUint(4_194_304), varUint(268_435_456)]),
    items: Buffer.concat([
      Buffer.from([1]),
      varUint(300),
      list([logged(1_800_000_000_000, Buffer.from([1, 2])), logged(1_800_000_000_001, Buffer.from([3]))]),
    ]),
    live: Buffer.concat([Buffer.from([2]), varUint(301), shortHash, varUint(1_800_000_000_003)]),
    committed: Buffer.concat([Buffer.from([3]), varUint(302), varUint(1_800_000_000_002)]),
    refused: Buffer.concat([Buffer.from([4]), varUint(8)]),
    presence: Buffer.concat([Buffer.from([5]), resident.id, varUint(5), varBytes(content.presence.sealed)]),
    workspaces: Buffer.concat([Buffer.from([6]), list([id])]),
    pong: Buffer.from([7]),
  }
  return {
    origin: ORIGIN,
    challenge,
    app,
    appTogether: Buffer.concat([app.append, app.ping]),
    relay,
    relayTogether: Buffer.concat([relay.committed, relay.live, relay.pong]),
  }
}
