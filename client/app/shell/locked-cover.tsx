/** The page of a locked device, in a place of its own over the app, which is not to be seen and goes on as it was. */
import { render } from 'solid-js/web'
import type { FirstCopy } from '#copy/languages.ts'
import type { LockedDoor } from '#ports/lock.ts'
import { cover, type Exit } from '../browser/leave-fast.ts'
import { LockedPage } from './locked-page.tsx'

export const createLockedCover = (exit: Pick<Exit, 'root' | 'silence'>, copy: () => FirstCopy, leave: () => void) => {
  let remove = (): void => {}
  let focused: Element | null = null
  return {
    cover(): void {
      focused = document.activeElement
      cover(exit)
    },
    showLocked(door: LockedDoor): void {
      remove()
      cover(exit)
      const place = document.createElement('div')
      place.className = 'locked'
      document.body.append(place)
      const end = render(() => <LockedPage copy={copy()} door={door} onLeave={leave} />, place)
      remove = () => {
        end()
        place.remove()
      }
    },
    uncover(): void {
      remove()
      remove = () => {}
      exit.root.removeAttribute('data-locked')
      if (focused instanceof HTMLElement) focused.focus()
      focused = null
    },
  }
}
