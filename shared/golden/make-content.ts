/** A sealed entry, a presence message, derived clientIDs, and the log hash of a log that ends in the entry. */
import type { People } from './make-keys.ts'
import type { Records } from './make-records.ts'
import {
  counting,
  gcm,
  hkdf,
  label,
  list,
  padded,
  padme,
  sha256,
  sign,
  varBytes,
  varString,
  varUint,
} from './primitives.ts'

const UPDATE = 0
export type Content = ReturnType<typeof makeContent>

export const makeContent = ({ worker, resident }: People, { workspace, records }: Records) => {
  const { id } = workspace
  const epochSecret = workspace.epochSecrets[0]
  const salt = counting(0xb0, 8)
  const clientOf = (person: Buffer): number =>
    Number(
      BigInt(`0x${sha256(label('weef/client'), id, person, salt).subarray(0, 8).toString('hex')}`) & (2n ** 53n - 1n),
    )
  const client = clientOf(resident.id)

  const items = [records['root'], records['invite'], records['join']].map((record) => record?.bytes ?? Buffer.alloc(0))
  const logHashes = [sha256(label('weef/log'), id)]
  for (const item of items) logHashes.push(sha256(logHashes.at(-1) ?? Buffer.alloc(0), sha256(item)))

  // A Yjs V1 update by hand: the text "hé" at the start of the root type `story`, and no deletion.
  const text = Buffer.concat([Buffer.from([0x04, 0x01]), varString('story'), varString('hé')])
  const update = Buffer.concat([Buffer.from([1, 1]), varUint(client), Buffer.from([0]), text, Buffer.from([0])])
  const [firstEdit, lastEdit, schema] = [1_800_000_000_000, 1_800_000_000_250, 1]
  const plaintext = Buffer.concat([
    list([salt]),
    varUint(firstEdit),
    varUint(lastEdit - firstEdit),
    varUint(schema),
    varBytes(update),
  ])
  const header = Buffer.concat([
    Buffer.from([1]),
    varUint(1),
    varUint(UPDATE),
    id,
    varUint(0),
    resident.id,
    varUint(3),
    (logHashes[3] ?? Buffer.alloc(0)).subarray(0, 16),
    varUint(2),
    (records['join']?.hash ?? Buffer.alloc(0)).subarray(0, 16),
  ])
  const contentKey = hkdf(epochSecret, Buffer.concat([label('weef/content'), id]), 32)
  const nonce = counting(0xc0, 12)
  const ciphertext = gcm(contentKey, nonce, header, padded(plaintext))
  const signed = Buffer.concat([label('weef/entry'), header, nonce, sha256(ciphertext)])
  const bytes = Buffer.concat([header, nonce, varBytes(ciphertext), sign(resident, signed)])
  logHashes.push(sha256(logHashes[3] ?? Buffer.alloc(0), sha256(bytes)))
  const erased = Buffer.concat([Buffer.from([2]), sha256(bytes)])

  const presenceKey = hkdf(epochSecret, Buffer.concat([label('weef/presence'), id]), 32)
  const awareness = Buffer.concat([Buffer.from([1]), varUint(client), varUint(7), varString('{"cursor":3}')])
  const presenceContext = Buffer.concat([label('weef/presence'), id, resident.id, varUint(0)])
  const presenceNonce = counting(0xd0, 12)
  const presencePlaintext = padded(Buffer.concat([salt, varBytes(awareness)]))
  const sealed = Buffer.concat([presenceNonce, gcm(presenceKey, presenceNonce, presenceContext, presencePlaintext)])
  return {
    contentKey,
    clients: { salt, resident: client, worker: clientOf(worker.id) },
    logHashes,
    entry: {
      bytes,
      header,
      nonce,
      ciphertext,
      plaintext,
      padded: padded(plaintext),
      update,
      firstEdit,
      lastEdit,
      schema,
    },
    erased,
    presence: { sealed, awareness },
    padme: [0, 1, 2, 3, 8, 9, 33, 100, 129, 1000, 4095, 4097, 1_000_000].map((length) => ({
      length,
      padded: length < 2 ? length : padme(length),
    })),
  }
}
