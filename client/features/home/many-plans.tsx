/** Home with many plans: a search, a filter and an order. */
import { Show, createMemo, createSignal } from 'solid-js'
import { useFirstCopy } from '#reactive/use-language.ts'
import { useToday } from '#reactive/use-today.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlans } from '#reactive/use-plans.ts'
import { Button } from '#ui/button.tsx'
import { Ahead } from './ahead.tsx'
import { FindBar } from './find-bar.tsx'
import { findPlans, FIRST_VIEW, formatHomeView, type HomeView, parseHomeView } from './find-plans.ts'
import { FoundWords } from './found-words.tsx'
import { FromFile, Me, Plans, Ways } from './parts.tsx'
import { PracticeCard } from './practice-card.tsx'
import { StorageState } from './storage-state.tsx'

export const ManyPlans = () => {
  const copy = useFirstCopy()
  const device = useDevice()
  const plans = usePlans()
  const today = useToday()
  const [search, setSearch] = createSignal('')
  const [view, setView] = createSignal(parseHomeView(device.homeView()))
  const keepView = (chosen: HomeView): void => {
    setView(chosen)
    device.keepHomeView(formatHomeView(chosen))
  }
  const showAll = (): void => {
    setSearch('')
    keepView({ ...view(), show: FIRST_VIEW.show })
  }
  const found = createMemo(() => findPlans(plans(), search(), view(), copy().locale, today()))
  return (
    <>
      <div class="hm-top">
        <Ahead />
        <Ways />
      </div>
      <FindBar search={search()} view={view()} onSearch={setSearch} onView={keepView} />
      <p class="soft" role="status">
        {found().length > 0
          ? copy().worker.find.found(found().length)
          : search().trim() === ''
            ? copy().worker.find.none
            : copy().worker.find.noneCalled}
      </p>
      <Show when={found().length > 0}>
        <div>
          {/* What each row says of itself, to who hears it. */}
          <div class="hm-heads soft" aria-hidden="true">
            <span>{copy().plan.overview}</span>
            <span>{copy().today.talk}</span>
            <span>{copy().today.step}</span>
            <span>{copy().worker.news.heading}</span>
          </div>
          <Plans plans={found()} many />
        </div>
      </Show>
      <FoundWords search={search()} view={view()} />
      <Show when={found().length === 0}>
        <Button onClick={showAll}>{copy().worker.find.clear}</Button>
      </Show>
      <PracticeCard />
      <FromFile />
      <Me />
      <StorageState />
    </>
  )
}
