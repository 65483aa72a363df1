/** What a workspace is called where people read over somebody's shoulder: in lists, tickets and mails. It leads back to none. */
import { createHash } from 'node:crypto'
import { idBytes, parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'

/** Crockford's base32: read aloud and typed over without mistakes. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
/** 50 bits: of 100,000 workspaces two share one with a chance of 1 in 200,000, and then erasing refuses. */
const LENGTH = 10

/** Whoever has the id finds the pseudonym, and nobody the other way: an id is 128 random bits. */
export const pseudonymOf = (workspace: WorkspaceId): string => {
  const hash = createHash('sha256').update('weef/pseudonym').update(idBytes(workspace)).digest()
  const text = Array.from({ length: LENGTH }, (_, index) => DIGITS[(hash[index] ?? 0) % DIGITS.length]).join('')
  return `${text.slice(0, LENGTH / 2)}-${text.slice(LENGTH / 2)}`
}

const PSEUDONYM = /^[0-9a-z]{5}-[0-9a-z]{5}$/
/** The address of a plan as browsers show it, `…/#/plan/<id>…`, or the id alone. */
const ADDRESS = /(?:#\/plan\/|^)([\w-]{22})(?![\w-])/

/** From whatever names one workspace; `null`: it names none. */
export const readPseudonym = (text: string): string | null => {
  if (PSEUDONYM.test(text)) return text
  const id = parseWorkspaceId(ADDRESS.exec(text)?.[1] ?? '')
  return id === null ? null : pseudonymOf(id)
}
