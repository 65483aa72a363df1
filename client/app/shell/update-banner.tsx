/** Offers a newer Weef that is ready; it is never forced while somebody works. */
import { Show, createSignal, type Accessor } from 'solid-js'
import { useFirstCopy } from '#reactive/use-language.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'

export const UpdateBanner = (props: { needRefresh: Accessor<boolean>; onUpdate: () => void }) => {
  const copy = useFirstCopy()
  const [later, setLater] = createSignal(false)
  return (
    <Show when={props.needRefresh() && !later()}>
      <div class="ap-update">
        <Banner
          calm
          title={copy().update.title}
          actions={
            <>
              <Button onClick={() => props.onUpdate()}>{copy().update.now}</Button>
              <Button look="quiet" onClick={() => setLater(true)}>
                {copy().update.later}
              </Button>
            </>
          }
        >
          <p>{copy().update.text}</p>
        </Banner>
      </div>
    </Show>
  )
}
