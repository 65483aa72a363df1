/** Beside what one writes on a wide screen: how things stand on the wheel, and what somebody wants to talk about. */
import { For, Show } from 'solid-js'
import { toWhoName } from '#copy/names.ts'
import { toSpokes, toTopicName } from '#copy/wheel-spokes.ts'
import { readLatestWheels } from '#domain/latest-wheels.ts'
import { readTalkList } from '#domain/talk-list.ts'
import { followDoc, sameContent } from '#reactive/follow-doc.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import { Card } from '#ui/card.tsx'
import { WheelPicture } from '#ui/wheel.tsx'

export const PlanAside = (props: { title: string }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const surroundings = useSurroundings()
  const wheels = followDoc(plan.doc, readLatestWheels, sameContent)
  const isOwner = (who: object) =>
    'person' in who && plan.members().some(({ person, role }) => person === who.person && role === 'owner')
  const shown = () => wheels().find(({ who }) => isOwner(who)) ?? wheels()[0]
  return (
    <Show when={shown()}>
      {(checkIn) => (
        <>
          <Card title={props.title}>
            <p class="soft" dir="auto">
              {copy().overview.wheelOf(
                toWhoName(copy(), checkIn().who, plan.members()),
                checkIn().at,
                surroundings.now(),
              )}
            </p>
            <WheelPicture
              label={copy().plan.wheel}
              spokes={toSpokes(copy(), checkIn())}
              legend={{ now: '', talkAbout: copy().wheel.talkAbout }}
            />
          </Card>
          <Show when={readTalkList(wheels()).length > 0}>
            <Card title={copy().wheel.talkAbout}>
              <ul class="ps-talk">
                <For each={readTalkList(wheels())}>
                  {({ who, topic, ownTopic, note }) => (
                    <li dir="auto">
                      {copy().conversations.wheelItem(
                        toWhoName(copy(), who, plan.members()),
                        toTopicName(copy(), topic, ownTopic),
                        note,
                      )}
                    </li>
                  )}
                </For>
              </ul>
            </Card>
          </Show>
        </>
      )}
    </Show>
  )
}
