/** One record of every kind, in one chain: a worker hands a plan over to its resident, and is ended by them. */
import type { People } from './make-keys.ts'
import {
  counting,
  gcm,
  type Holder,
  hkdf,
  hpkeSeal,
  label,
  list,
  sha256,
  sign,
  varBytes,
  varUint,
} from './primitives.ts'

const SUITE = 1
const EXPIRES_AT = 1_900_000_000_000
const PLAN = 0
const [READER, OWNER] = [1, 3]
const [SAME, EDITOR_THEN] = [0, 1]
const KINDS = { root: 0, invite: 1, join: 2, role: 3, epoch: 4, close: 5 } as const

type Made = { readonly bytes: Buffer; readonly signed: Buffer; readonly body: Buffer; readonly hash: Buffer }
export type Records = ReturnType<typeof makeRecords>

const publicKeys = (holder: Holder): Buffer => Buffer.concat([holder.sign.point, holder.box.point])

export const makeRecords = ({ worker, resident, first, second, third }: People) => {
  const salt = counting(0x50, 16)
  const epochSecrets = [counting(0x60, 32), counting(0x80, 32)] as const
  const commitments = epochSecrets.map((secret) => sha256(label('weef/commitment'), secret)) as [Buffer, Buffer]
  const identity = Buffer.concat([salt, varUint(PLAN), publicKeys(worker), commitments[0]])
  const id = sha256(label('weef/workspace'), identity).subarray(0, 16)

  const records: Record<string, Made> = {}
  let number = 0
  let previous: Buffer = Buffer.alloc(32)
  const add = (name: string, kind: keyof typeof KINDS, author: Holder, body: Buffer, also: readonly Holder[] = []) => {
    const signed = Buffer.concat([
      Buffer.from([0]),
      varUint(SUITE),
      id,
      varUint(number),
      previous,
      author.id,
      varUint(KINDS[kind]),
      varBytes(body),
    ])
    const signatures = [author, ...also].map((signer) => sign(signer, Buffer.concat([label('weef/record'), signed])))
    const bytes = Buffer.concat([signed, ...signatures])
    records[name] = { bytes, signed, body, hash: sha256(bytes) }
    previous = sha256(bytes)
    number += 1
  }
  const box = (holder: Holder, recipient: Buffer, epoch: 0 | 1): Buffer => {
    const info = Buffer.concat([label('weef/box'), id, varUint(number), varUint(epoch), recipient])
    return hpkeSeal(holder.box.point, info, epochSecrets[epoch], `golden ${number} ${recipient.toString('hex')}`)
  }
  const invite = (name: string, by: Holder, invited: People['first'], role: number, becomes: number) =>
    add(
      name,
      'invite',
      by,
      Buffer.concat([
        invited.locator,
        publicKeys(invited.holder),
        varUint(role),
        varUint(EXPIRES_AT),
        varUint(becomes),
        box(invited.holder, invited.locator, 0),
      ]),
    )

  add('root', 'root', worker, Buffer.concat([identity, box(worker, worker.id, 0)]))
  invite('invite', worker, first, OWNER, EDITOR_THEN)
  const join = Buffer.concat([first.locator, publicKeys(resident), box(resident, resident.id, 0)])
  add('join', 'join', resident, join, [first.holder])
  add('role', 'role', resident, Buffer.concat([worker.id, varUint(READER)]))
  invite('inviteEnded', resident, second, READER, SAME)
  invite('inviteStaying', resident, third, READER, SAME)
  const previousKey = hkdf(epochSecrets[1], Buffer.concat([label('weef/previous'), id]), 32)
  const previousContext = Buffer.concat([label('weef/previous'), id, varUint(1)])
  const nonce = counting(0xa0, 12)
  const sealedPrevious = Buffer.concat([nonce, gcm(previousKey, nonce, previousContext, epochSecrets[0])])
  const epoch = Buffer.concat([
    list([worker.id]),
    list([second.locator]),
    commitments[1],
    list([Buffer.concat([resident.id, box(resident, resident.id, 1)])]),
    list([Buffer.concat([third.locator, box(third.holder, third.locator, 1)])]),
    sealedPrevious,
  ])
  add('epoch', 'epoch', resident, epoch)
  add('close', 'close', resident, Buffer.alloc(0))
  return { workspace: { id, salt, epochSecrets, commitments, sealedPrevious, expiresAt: EXPIRES_AT }, records }
}
