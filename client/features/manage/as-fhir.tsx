/** Exports goals, steps, wheels and members as a FHIR bundle, once somebody has confirmed whose plan it is, and said who helps as their work. */
import { For, Show, createMemo, createSignal } from 'solid-js'
import { toWhenWords } from '#wording/when-words.ts'
import { toTopicName } from '#wording/wheel-spokes.ts'
import { toPaperName, toWhoName } from '#wording/names.ts'
import { toFilledInBy, toWrittenBy } from '#wording/written-by.ts'
import { looksLike, withoutIsolates } from '#domain/plan/names.ts'
import { toDay } from '#domain/document/days.ts'
import { type Who, whoKey } from '#domain/plan/who.ts'
import { readOthers } from '#domain/exchange/fhir/people.ts'
import { toFileName } from '#domain/exchange/export.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

export const AsFhir = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const [asking, setAsking] = createSignal(false)
  const [chosen, setChosen] = createSignal<PersonId | null>(plan.planPerson()) // asked all the same: the file is for others
  const [workers, setWorkers] = createSignal<readonly Who[]>([])
  const [saved, setSaved] = createSignal(false)
  const only = () => (plan.members().length === 1 ? plan.me : null)
  const subject = () => only() ?? chosen()
  const words = () => copy().takeOut.fhir
  /** Those of whom the file says something: read once it is known whose plan it is. */
  const others = createMemo((): readonly Who[] => {
    const whose = asking() ? subject() : null
    return whose === null ? [] : readOthers(plan.doc, { ...plan, subject: whose, people: plan.members() })
  })
  const isWorker = (who: Who) => workers().some((worker) => whoKey(worker) === whoKey(who))

  const save = async (whose: PersonId) => {
    const { toBundle } = await import('#domain/exchange/fhir/bundle.ts')
    const patient = plan.members().filter(({ person, name }) => person === whose && name !== '')
    const nameAt = (who: Who): string => withoutIsolates(toPaperName(copy(), who, plan.members()))
    const nameOf = (who: Who): string => {
      const isTheirs = 'person' in who ? who.person === whose : looksLike(who.name, patient)
      return isTheirs ? words().subject : nameAt(who)
    }
    const bundle = toBundle(plan.doc, {
      plan: plan.id,
      savedAt: platform.now(),
      subject: whose,
      people: plan.members().map(({ person }) => ({ person, name: nameAt({ person }) })),
      workers: workers(),
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
        forms: copy().conversations.forms,
        when: (when) => toWhenWords(copy(), when, 0),
        subject: words().subject,
      },
    })
    platform.saveFile({
      // The day, and not the plan's title, which has the person's name in it more often than not.
      name: toFileName(`plan ${toDay(platform.now())}`, 'fhir.json'),
      type: 'application/fhir+json',
      text: JSON.stringify(bundle, null, 1),
    })
    setSaved(true)
  }
  const go = () => {
    const whose = subject()
    const isAsked = asking()
    setAsking(true)
    if (whose !== null && (isAsked || (only() !== null && others().length === 0))) void save(whose)
  }
  return (
    <>
      <Show when={asking() && only() === null}>
        <RadioCards
          legend={words().whose}
          value={chosen() ?? ''}
          choices={plan.members().map(({ person }) => ({
            value: person,
            title: toWhoName(copy(), { person }, plan.members()),
          }))}
          onChoose={(value) => setChosen(plan.members().find(({ person }) => person === value)?.person ?? null)}
        />
      </Show>
      <Show when={others().length > 0}>
        <fieldset class="mg-parts">
          <legend>{words().workers}</legend>
          <p class="soft">{words().workersHint}</p>
          <For each={others()}>
            {(who) => (
              <CheckBox
                label={toWhoName(copy(), who, plan.members())}
                checked={isWorker(who)}
                onChange={(checked) =>
                  setWorkers((before) => [
                    ...before.filter((one) => whoKey(one) !== whoKey(who)),
                    ...(checked ? [who] : []),
                  ])
                }
              />
            )}
          </For>
        </fieldset>
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
