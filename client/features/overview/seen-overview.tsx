/**
 * The overview as it was last seen, while the plan itself is opened: the same cards in the same places. Nothing in it acts but its
 * links. It is for eyes alone: who listens hears that the plan is being opened, and then the plan, once.
 */
import { For } from 'solid-js'
import type { SeenLast } from '#ports/seen-last.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useTopBar } from '#reactive/use-top-bar.ts'
import { StatusLine } from '#ui/status-line.tsx'
import { Blocks } from './blocks.tsx'
import './overview.css'

export const SeenOverview = (props: { id: WorkspaceId; seen: SeenLast }) => {
  const copy = usePlanCopy()
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
      <div class="ov-parts">
        <For each={props.seen.parts}>
          {({ section, name, blocks }) => (
            <section class="cd cd-plain">
              <h2>{name}</h2>
              <Blocks of={blocks} />
              <a class="ov-go" tabindex="-1" href={toHref(paths[section](props.id))}>
                {copy().overview.go(name)}
              </a>
            </section>
          )}
        </For>
      </div>
    </div>
  )
}
