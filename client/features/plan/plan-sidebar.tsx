/** Beside the text on a wide screen: the current wheel, and topics that somebody wants to talk about. */
import { Show } from 'solid-js'
import type { Who } from '#domain/plan/who.ts'
import { toTalkAbout } from '#wording/talk-about.ts'
import { toTalkLine } from '#wording/talk-lines.ts'
import { toWheelTitle } from '#wording/wheel-title.ts'
import { toSpokes } from '#wording/wheel-spokes.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useLatestWheels } from '#reactive/use-latest-wheels.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { SOME } from '#reactive/use-some.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Card } from '#ui/card.tsx'
import { LineList } from '#ui/line-list.tsx'
import { WheelPicture } from '#ui/wheel/wheel.tsx'

export const PlanSidebar = (props: { title: string }) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const { shown, talk } = useLatestWheels()
  const talkOf = (...whose: readonly { readonly who: Who }[]) => toTalkAbout(copy(), whose, plan)
  return (
    <Show when={shown()}>
      {(checkIn) => (
        <>
          <Card title={props.title}>
            <p class="soft" dir="auto">
              {toWheelTitle(copy(), checkIn(), plan, platform.now())}
            </p>
            <WheelPicture
              label={props.title}
              spokes={toSpokes(copy(), checkIn(), null, '', talkOf(checkIn()))}
              legend={{ now: '', talkAbout: talkOf(checkIn()), scale: copy().wheel.scale }}
            />
          </Card>
          <Show when={talk().length > 0}>
            <Card title={talkOf(...talk())}>
              <LineList
                lines={talk()
                  .slice(0, SOME)
                  .map((item) => toTalkLine(copy(), item, plan.members(), plan))}
              />
            </Card>
          </Show>
        </>
      )}
    </Show>
  )
}
