/** While a plan is opened: its overview as it was last seen, where this device has it; otherwise that it takes a moment. */
import { type Component, createSignal, onCleanup, type ParentProps, Show, untrack } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { makeFormats } from '#copy/format/days-and-times.ts'
import type { SeenLast } from '#ports/seen-last.ts'
import { paths } from '#reactive/paths.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useLanguage } from '#reactive/use-language.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { Screen } from '#ui/screen.tsx'

export type SeenProps = { readonly id: WorkspaceId; readonly seen: SeenLast }

export const Opening = (props: { id: WorkspaceId; seen: Component<SeenProps>; isOpen: () => boolean }) => {
  const copy = usePlanCopy()
  const { language } = useLanguage()
  const location = useLocation()
  // While the disk is awaited: beside the drawing of the plan it would make one long task of two.
  const making = setTimeout(() => makeFormats(copy().locale))
  onCleanup(() => clearTimeout(making))
  /** `undefined`: nobody knows yet, for a moment. */
  const [last, setLast] = createSignal<SeenLast | null>()
  void useDevice().seenLast.read(props.id).then(setLast)
  const seen = (): SeenLast | null | undefined => {
    if (location.pathname !== paths.plan(props.id)) return null
    const known = last()
    return known?.language === language() || known === undefined ? known : null
  }
  return (
    <>
      <div class="ps-alone ps-opening" classList={{ 'only-heard': seen() !== null }}>
        <Screen title={copy().opening.title}>
          <p role="status">{copy().general.wait}</p>
        </Screen>
      </div>
      <Show when={seen()}>
        {(known) => (
          <SeenSheets isOpen={props.isOpen}>
            <props.seen id={props.id} seen={known()} />
          </SeenSheets>
        )}
      </Show>
    </>
  )
}

/** In the places in which the plan will stand: it takes over where somebody has scrolled to. */
const SeenSheets = (props: ParentProps<{ isOpen: () => boolean }>) => {
  onCleanup(() => {
    const root = document.documentElement
    const { scrollTop } = root
    if (untrack(props.isOpen) && scrollTop > 0) queueMicrotask(() => (root.scrollTop = scrollTop))
  })
  return (
    <div class="ps no-print" data-seen-last>
      <div class="ps-start" />
      <div class="ps-middle">{props.children}</div>
    </div>
  )
}
