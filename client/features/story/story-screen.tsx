/** "My story": who is present, the text itself, and who wrote what on request. */
import { createSignal, Show, Suspense, untrack } from 'solid-js'
import { hasStory } from '#domain/story/story.ts'
import { toName, toNameWithin } from '#wording/names.ts'
import { lazyPart } from '#reactive/lazy-part.ts'
import { useBeginning } from '#reactive/use-beginning.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePartNames } from '#reactive/use-sections.ts'
import type { Role } from '#shared/chain/roles.ts'
import { usePlanUndo } from '#reactive/use-undo.ts'
import { AvatarGroup } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Screen } from '#ui/screen.tsx'
import { WayOn } from '#ui/way-on.tsx'
import { WhoWrote } from './who-wrote.tsx'
import './story.css'

/** The editor is the largest part of Weef: the screen appears before it is loaded. */
const StoryEditor = lazyPart(() => import('#editor/story-editor.tsx').then((module) => module.StoryEditor))

export const StoryScreen = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const partNames = usePartNames()
  const { begun, wayFrom } = useBeginning()
  const mayWrite = () => plan.role() !== 'reader'
  /** Only the person of the plan is told that it is theirs. */
  const leadFor = (): Role => (mayWrite() ? (plan.planPerson() === plan.me ? 'owner' : 'editor') : 'reader')
  /** Where nobody writes any more, a notice says so. */
  const lead = () => (plan.ended() === null ? copy().story.leads[leadFor()] : undefined)
  const example = () => (mayWrite() ? copy().story.exampleOfAnother : copy().story.empty)
  const undo = usePlanUndo()
  const [showsAuthors, setShowsAuthors] = createSignal(false)
  const hasText = usePlanState(() => hasStory(plan.doc))
  /** Who was never with another asks nobody who wrote it; and what comes above the first words would push them away. */
  const isAlone = () => plan.members().length < 2
  const hadText = untrack(hasText)
  const me = () => plan.members().find((member) => member.me)
  const mine = () => ({ name: me()?.name || copy().general.nameless, colour: me()?.colour ?? 0 })

  const ownerAt = (client: number) => {
    const person = plan.personAt(client)
    const owner = plan.members().find((member) => member.person === person)
    return owner === undefined ? null : { name: toName(copy(), owner), colour: owner.colour }
  }

  return (
    <Screen title={partNames().story} lead={lead()}>
      <div class="st-top">
        <Show when={!isAlone()}>
          <WhoIsHere />
        </Show>
        <Show when={!isAlone() || hadText}>
          <div classList={{ 'st-no-text': !hasText() && !showsAuthors() }}>
            <Button
              look="quiet"
              icon={showsAuthors() ? 'back' : 'people'}
              onClick={() => setShowsAuthors(!showsAuthors())}
            >
              {showsAuthors() ? copy().story.authors.back : copy().story.authors.show}
            </Button>
          </div>
        </Show>
      </div>
      <Show when={!showsAuthors()} fallback={<WhoWrote />}>
        <Suspense
          fallback={
            <p class="st-loading soft" role="status">
              {copy().story.loading}
            </p>
          }
        >
          <div data-place="story">
            <StoryEditor
              doc={plan.doc}
              undo={undo.story}
              awareness={plan.awareness}
              editable={mayWrite()}
              me={mine()}
              ownerAt={ownerAt}
              labels={{
                ...copy().story.editor,
                noPictures: copy().field.noPictures,
                story: partNames().story,
                ...(leadFor() === 'owner' ? {} : { placeholder: example() }),
              }}
            />
          </div>
        </Suspense>
      </Show>
      <WayOn way={wayFrom('story')} main={begun().story} />
    </Screen>
  )
}

const WhoIsHere = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const others = () => plan.members().filter((member) => member.here && !member.me)
  const names = () => others().map((other) => toNameWithin(copy(), other))
  return (
    <div class="st-here">
      <Show when={others().length > 0}>
        <AvatarGroup faces={others()} />
      </Show>
      <p class="soft" role="status">
        {others().length === 0 ? copy().here.onlyMe : copy().here.withOthers(names())}
      </p>
    </div>
  )
}
