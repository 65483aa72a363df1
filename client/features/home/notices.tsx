/** How far plans are that come back with a key card, or move to a new one. */
import { NewCardNotice } from './new-card-notice.tsx'
import { RestoreNotice } from './restore-notice.tsx'

export const Notices = () => (
  <>
    <RestoreNotice />
    <NewCardNotice />
  </>
)
