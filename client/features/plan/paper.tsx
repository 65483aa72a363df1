/** The paper twin (product.md, rule 9): what comes out of the printer, whichever screen of the plan is open. */
import { For, Show, createSignal, onCleanup, onMount } from 'solid-js'
import { toTitle } from '#copy/names.ts'
import { readStory, type Block } from '#domain/story.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan, useTitles } from '#reactive/use-open-plan.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import { StoryBlocks } from './story-blocks.tsx'
import './paper.css'

export const Paper = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  const surroundings = useSurroundings()
  // Read when the paper is asked for and not at every keystroke; gone again afterwards.
  const [sheet, setSheet] = createSignal<{ readonly blocks: readonly Block[]; readonly at: number } | null>(null)
  const lay = () => setSheet({ blocks: readStory(plan.doc), at: surroundings.now() })
  const take = () => setSheet(null)
  onMount(() => {
    window.addEventListener('beforeprint', lay)
    window.addEventListener('afterprint', take)
  })
  onCleanup(() => {
    window.removeEventListener('beforeprint', lay)
    window.removeEventListener('afterprint', take)
  })

  return (
    <Show when={sheet()}>
      {(found) => (
        <article class="pp only-print">
          <h1 dir="auto">{toTitle(copy(), titles()[0])}</h1>
          <p class="pp-when">{copy().paper.printedOn(found().at)}</p>
          <h2>{copy().plan.story}</h2>
          <Show when={found().blocks.length > 0} fallback={<p>{copy().paper.emptyStory}</p>}>
            <StoryBlocks blocks={found().blocks} />
          </Show>
          <h2>{copy().paper.people}</h2>
          <ul>
            {/* Without "you": whoever reads the paper is somebody else. */}
            <For each={plan.members()}>
              {(member) => (
                <li>
                  <bdi>{member.name || copy().general.nameless}</bdi> · {copy().roles[member.role]}
                </li>
              )}
            </For>
          </ul>
        </article>
      )}
    </Show>
  )
}
