/** Exports goals, steps, wheels and members as a FHIR bundle, once somebody has said whose plan it is. */
import { Show, createSignal } from 'solid-js'
import { toTopicName } from '#wording/wheel-spokes.ts'
import { toPaperName, toTitle, toWhoName } from '#wording/names.ts'
import { toFilledInBy, toWrittenBy } from '#wording/written-by.ts'
import { withoutIsolates } from '#domain/plan/names.ts'
import type { Who } from '#domain/plan/who.ts'
import { toFileName } from '#domain/exchange/export.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useTitles } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { Button } from '#ui/button.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

export const AsFhir = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  const platform = usePlatform()
  const [asking, setAsking] = createSignal(false)
  const [subject, setSubject] = createSignal<PersonId | null>(null)
  const [saved, setSaved] = createSignal(false)
  const only = () => (plan.members().length === 1 ? plan.me : null)
  const words = () => copy().takeOut.fhir

  const save = async (whose: PersonId) => {
    const { toBundle } = await import('#domain/exchange/fhir/bundle.ts')
    const title = toTitle(copy(), titles()[0])
    const nameAt = (who: Who): string => withoutIsolates(toPaperName(copy(), who, plan.members()))
    const nameOf = (who: Who): string => ('person' in who && who.person === whose ? words().subject : nameAt(who))
    const bundle = toBundle(plan.doc, {
      plan: plan.id,
      title,
      savedAt: platform.now(),
      subject: whose,
      people: plan.members().map(({ person }) => ({ person, name: nameAt({ person }) })),
      personAt: plan.personAt,
      words: {
        topic: (topic, ownTopic) => toTopicName(copy(), topic, ownTopic),
        talkAbout: copy().wheel.talkAbout,
        note: copy().wheel.noteOf,
        texts: copy().goals.texts,
        answer: copy().goals.answers.short,
        by: (hand) => toWrittenBy(copy(), hand, nameOf),
        filledInBy: (wheel) => toFilledInBy(copy(), wheel, plan, nameOf),
        choose: (field, values) =>
          copy().goals.either.choose(copy().goals.either.two[field === 'score' ? 'status' : field], values),
        status: copy().goals.status,
        stepStatus: copy().goals.stepStatus,
        date: copy().takeOut.date,
        subject: words().subject,
      },
    })
    platform.saveFile({
      name: toFileName(title, 'fhir.json'),
      type: 'application/fhir+json',
      text: JSON.stringify(bundle, null, 1),
    })
    setSaved(true)
  }
  const go = () => {
    const whose = only() ?? subject()
    if (whose === null) setAsking(true)
    else void save(whose)
  }
  return (
    <>
      <Show when={asking() && only() === null}>
        <RadioCards
          legend={words().whose}
          value={subject() ?? ''}
          choices={plan.members().map(({ person }) => ({
            value: person,
            title: toWhoName(copy(), { person }, plan.members()),
          }))}
          onChoose={(value) => setSubject(plan.members().find(({ person }) => person === value)?.person ?? null)}
        />
      </Show>
      <Show when={!asking() || subject() !== null} fallback={<p class="soft">{words().choose}</p>}>
        <Button icon="file" onClick={go}>
          {words().go}
        </Button>
      </Show>
      <p class="mg-said soft" role="status">
        <Show when={saved()}>{copy().takeOut.saved}</Show>
      </p>
    </>
  )
}
