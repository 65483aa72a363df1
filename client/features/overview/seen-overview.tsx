/**
 * The overview as it was last seen, while the plan itself is opened: the same cards in the same places. Nothing in it acts but its
 * links. It is for eyes alone: who listens hears that the plan is being opened, and then the plan, once.
 */
import { For, Show } from 'solid-js'
import type { SectionName } from '#domain/plan/sections.ts'
import type { SeenLast } from '#ports/seen-last.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useTopBar } from '#reactive/use-top-bar.ts'
import { StatusLine } from '#ui/status-line.tsx'
import { Blocks } from './blocks.tsx'
import { OfferCard } from './card-offer.tsx'
import './overview.css'

export const SeenOverview = (props: { id: WorkspaceId; seen: SeenLast }) => {
  const copy = usePlanCopy()
  const device = useDevice()
  const proposal = () => {
    const { proposal: known } = props.seen
    return known !== null && device.storage().name === 'ready' && !device.wasProposed(known) ? known : null
  }
  const go = (part: { readonly section: SectionName; readonly name: string }) => (
    <a class="ov-go" tabindex="-1" href={toHref(paths[part.section](props.id))}>
      {copy().overview.go(part.name)}
    </a>
  )
  useTopBar({
    name: () => props.seen.title,
    status: () => <StatusLine tone="waiting">{copy().opening.asLastSeen}</StatusLine>,
  })
  return (
    <div class="sc" aria-hidden="true">
      <div class="sc-head">
        <h1>{copy().plan.overview}</h1>
        <p>{copy().overview.lead}</p>
      </div>
      <Show when={proposal()}>
        {(of) => (
          <div class="ov-inert" inert>
            <OfferCard of={of()} />
          </div>
        )}
      </Show>
      <div class="ov-parts">
        <For each={props.seen.parts}>
          {(part) => (
            <section class="cd cd-plain">
              <h2>{part.name}</h2>
              <Blocks of={part.blocks} />
              {go(part)}
            </section>
          )}
        </For>
        <Show when={props.seen.hidden.length > 0}>
          <section class="cd cd-plain">
            <h2>{copy().overview.hidden}</h2>
            <For each={props.seen.hidden}>{go}</For>
          </section>
        </Show>
        <div class="cd ov-notes" />
      </div>
    </div>
  )
}
