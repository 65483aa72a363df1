/** A workspace's pseudonym, for lists, tickets and mails that others may read. It cannot be reversed. */
import { createHash } from 'node:crypto'
import { idBytes, parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'

/** Crockford's base32, which is read aloud and typed without mistakes. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
/** 50 bits: among 100,000 workspaces, two share one with a probability of 1 in 200,000, and then erasing refuses. */
const LENGTH = 10

/** Computable from the id, but not the other way: an id is 128 random bits. */
export const pseudonymOf = (workspace: WorkspaceId): string => {
  const hash = createHash('sha256').update('weef/pseudonym').update(idBytes(workspace)).digest()
  const text = Array.from({ length: LENGTH }, (_, index) => DIGITS[(hash[index] ?? 0) % DIGITS.length]).join('')
  return `${text.slice(0, LENGTH / 2)}-${text.slice(LENGTH / 2)}`
}

const PSEUDONYM = /^[0-9a-z]{5}-[0-9a-z]{5}$/
/** The address of a plan as browsers show it, `…/#/plan/<id>…`, or the id alone. */
const ADDRESS = /(?:#\/plan\/|^)([\w-]{22})(?![\w-])/

/** From a pseudonym, an id, or the address of a plan; `null`: it names no workspace. */
export const readPseudonym = (text: string): string | null => {
  if (PSEUDONYM.test(text)) return text
  const id = parseWorkspaceId(ADDRESS.exec(text)?.[1] ?? '')
  return id === null ? null : pseudonymOf(id)
}
