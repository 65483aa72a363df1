/** The ways through a plan: at the start on a wide screen, under the thumb on a phone. */
import { For } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Icon, type IconName } from '#ui/icon.tsx'
import './plan-navigation.css'

type Section = 'story' | 'people' | 'invite' | 'manage'

const SECTIONS: readonly { readonly section: Section; readonly icon: IconName }[] = [
  { section: 'story', icon: 'story' },
  { section: 'people', icon: 'people' },
  { section: 'invite', icon: 'invite' },
  { section: 'manage', icon: 'plan' },
]

export const PlanNavigation = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const location = useLocation()
  return (
    <nav class="pn no-print" aria-label={copy().plan.sections}>
      <ul class="pn-list">
        <For each={SECTIONS}>
          {({ section, icon }) => (
            <li class="pn-item">
              <a
                class="pn-link"
                href={toHref(paths[section](plan.id))}
                aria-current={location.pathname === paths[section](plan.id) ? 'page' : undefined}
              >
                <Icon name={icon} />
                <span>{copy().plan[section]}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
