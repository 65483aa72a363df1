/**
 * Limits without an environment variable (S8): apps rely on them, or no operator needs another value. The README lists
 * them.
 */
import {
  HELLO_TIMEOUT_MS,
  MAX_APP_FRAMES,
  MAX_CIRCLE,
  MAX_HELLO_BYTES,
  MAX_PRESENCE_BYTES,
  MAX_SEEN_AGE,
  MAX_WRONG_HELLOS,
} from '#shared/protocol/limits.ts'
import { KEEPALIVE_MS, type Limit, MAX_MESSAGE_BYTES, MAX_PINGS_PER_SECOND } from './limits.ts'

type FixedLimit = Pick<Limit, 'unit' | 'reason'> & { readonly name: string; readonly value: number }
const fixed = (name: string, value: number, unit: string, reason: string): FixedLimit => ({ name, value, unit, reason })

export const FIXED: readonly FixedLimit[] = [
  fixed(
    'a message',
    MAX_MESSAGE_BYTES,
    'bytes',
    'with less, a long item would end the connection instead of being refused',
  ),
  fixed('frames in a message', MAX_APP_FRAMES, 'frames', 'an app sends one at a time; a million empty ones would fit'),
  fixed('before the hello', MAX_HELLO_BYTES, 'bytes', 'S1; a hello with a root has 600'),
  fixed('until the hello', HELLO_TIMEOUT_MS, 'ms', 'S1; apps of all versions keep to it'),
  fixed('a presence message', MAX_PRESENCE_BYTES, 'bytes', 'apps leave out what is longer'),
  fixed('pings', MAX_PINGS_PER_SECOND, 'per second', 'an app sends one in twelve seconds; more are not answered'),
  fixed(
    'silence',
    KEEPALIVE_MS,
    'ms',
    'then a socket is asked, and after as long again it ends; proxies end it after 60 s',
  ),
  fixed(
    'people and open invitations',
    MAX_CIRCLE,
    'per workspace',
    'R1: every device counts the same, or chains would differ',
  ),
  fixed('`seen`', MAX_SEEN_AGE, 'items old', 'S2; apps keep as many log hashes'),
  fixed('wrong codes', MAX_WRONG_HELLOS, 'per invitation', 'S6: five of a million; more would make six digits too few'),
]
