/** People, invitations and workspaces for tests: real signatures, and boxes that nobody opens. */
import type { Chain } from '#shared/chain/chain.ts'
import { currentEpoch, openInvitations } from '#shared/chain/chain.ts'
import { extendChain, recordBytesToSign } from '#shared/chain/extend.ts'
import type { PublicKeys, RecordBody, RootBody } from '#shared/chain/record-bodies.ts'
import { encodeRecordToSign, NO_RECORD_HASH, personIdOf, withSignatures, workspaceIdOf } from '#shared/chain/records.ts'
import type { Role } from '#shared/chain/roles.ts'
import { encodeEntry, encodeEntryHeader, type EntryHeader } from '#shared/protocol/entries.ts'
import { toLocator, type Locator, type PersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { BOX_BYTES, NONCE_BYTES, SEALED_KEY_BYTES, SIGNATURE_BYTES } from '#shared/protocol/limits.ts'
import { firstLogHash, shortHash } from '#shared/protocol/log.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Signer = { readonly keys: PublicKeys; sign(bytes: Bytes): Promise<Bytes> }
export type TestPerson = Signer & { readonly id: PersonId }
export type TestInvitation = Signer & { readonly locator: Locator }

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
const BOX = new Uint8Array(BOX_BYTES)
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

const createSigner = async (): Promise<Signer> => {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  const sign = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return {
    keys: { sign, box: Uint8Array.of(4, ...random(64)) },
    sign: async (bytes) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes)),
  }
}
export const createTestPerson = async (): Promise<TestPerson> => {
  const signer = await createSigner()
  return { ...signer, id: personIdOf(signer.keys) }
}
export const createTestInvitation = async (): Promise<TestInvitation> => ({
  ...(await createSigner()),
  locator: toLocator(random(16)),
})

export type TestWorkspace = {
  readonly id: WorkspaceId
  readonly root: Bytes
  chain(): Chain
  /** Makes the next record, and extends the chain here with it. */
  invite(by: TestPerson, invitation: TestInvitation, options?: Partial<Invite>): Promise<Bytes>
  join(invitation: TestInvitation, person: TestPerson): Promise<Bytes>
  epoch(by: TestPerson, ended?: { persons?: readonly PersonId[]; invitations?: readonly Locator[] }): Promise<Bytes>
  role(by: TestPerson, person: PersonId, role: Role | null): Promise<Bytes>
  close(by: TestPerson): Promise<Bytes>
  /** An entry by somebody who has seen nothing yet, unless `change` says otherwise. */
  entry(by: TestPerson, text?: string, change?: Partial<EntryHeader>): Bytes
  /** Forgets a record that the relay refused. */
  goBackTo(chain: Chain): void
}
type Invite = { readonly role: Role; readonly expiresAt: number; readonly inviterBecomes: 'same' | 'editor' | 'none' }

export const createTestWorkspace = async (owner: TestPerson): Promise<TestWorkspace> => {
  const rootBody: RootBody = {
    kind: 'root',
    salt: random(16),
    workspaceKind: 'plan',
    keys: owner.keys,
    commitment: random(32),
    box: BOX,
  }
  const id = workspaceIdOf(rootBody)
  let chain: Chain | null = null
  const current = (): Chain => {
    if (chain === null) throw new Error('The root comes first.')
    return chain
  }
  const add = async (author: PersonId, body: RecordBody, signers: readonly Signer[]): Promise<Bytes> => {
    const place = { number: (chain?.number ?? -1) + 1, previous: chain?.hash ?? NO_RECORD_HASH }
    const signed = encodeRecordToSign({ workspace: id, author, ...place }, body)
    const signatures = await Promise.all(signers.map((signer) => signer.sign(recordBytesToSign(signed))))
    const record = withSignatures(signed, signatures)
    const extended = await extendChain(chain, record)
    if (extended.ok) chain = extended.chain // a test may make a record that is not allowed
    return record
  }
  const root = await add(owner.id, rootBody, [owner])

  return {
    id,
    root,
    chain: current,
    invite: (by, { locator, keys }, options) => {
      const terms: Invite = { role: 'editor', expiresAt: Number.MAX_SAFE_INTEGER, inviterBecomes: 'same', ...options }
      return add(by.id, { kind: 'invite', locator, keys, box: BOX, ...terms }, [by])
    },
    join: (invitation, person) =>
      add(person.id, { kind: 'join', locator: invitation.locator, keys: person.keys, box: BOX }, [person, invitation]),
    epoch: (by, { persons = [], invitations = [] } = {}) => {
      const staying = [...current().members.keys()].filter((person) => !persons.includes(person))
      const open = openInvitations(current()).filter(
        ({ locator, inviter }) => !invitations.includes(locator) && !persons.includes(inviter),
      )
      const body: RecordBody = {
        kind: 'epoch',
        endedPersons: persons,
        endedInvitations: invitations,
        commitment: random(32),
        personBoxes: staying.map((person) => ({ person, box: BOX })),
        invitationBoxes: open.map(({ locator }) => ({ locator, box: BOX })),
        sealedPrevious: random(SEALED_KEY_BYTES),
      }
      return add(by.id, body, [by])
    },
    role: (by, person, role) => add(by.id, { kind: 'role', person, role }, [by]),
    close: (by) => add(by.id, { kind: 'close' }, [by]),
    entry: (by, text = '', change = {}) => {
      const { number, hash } = current()
      const header: EntryHeader = {
        type: 'update',
        workspace: id,
        epoch: currentEpoch(current()).number,
        author: by.id,
        seen: { number: 0, hash: shortHash(firstLogHash(id)) },
        lastRecord: { number, hash: shortHash(hash) },
        ...change,
      }
      const ciphertext = new Uint8Array([...new Uint8Array(16), ...new TextEncoder().encode(text)])
      const [nonce, signature] = [random(NONCE_BYTES), random(SIGNATURE_BYTES)]
      return encodeEntry({ headerBytes: encodeEntryHeader(header), nonce, ciphertext, signature })
    },
    goBackTo: (earlier) => {
      chain = earlier
    },
  }
}
