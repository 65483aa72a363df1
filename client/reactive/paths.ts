/** Where each screen is, for links and for the router. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'

/** As the router takes them. */
export const paths = {
  home: '/',
  start: '/start',
  open: '/open',
  about: '/about',
  join: (token: string) => `/join/${token}`,
  story: (id: WorkspaceId) => `/plan/${id}`,
  people: (id: WorkspaceId) => `/plan/${id}/people`,
  invite: (id: WorkspaceId) => `/plan/${id}/invite`,
  manage: (id: WorkspaceId) => `/plan/${id}/manage`,
} as const

/** As a link takes them: everything lives in the fragment, which no server sees. */
export const toHref = (path: string): string => `#${path}`
