/** Shown inside a mail or chat app: leave it first, before the tap that uses the invitation. */
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CopyButton } from '#ui/copy-button.tsx'

export const WebViewCard = (props: { onStay: () => void }) => {
  const copy = usePlanCopy()
  const platform = usePlatform()
  return (
    <>
      <Card tone="warm" title={copy().join.webView.title}>
        <p>{copy().join.webView.text}</p>
        <p>{copy().join.webView.how}</p>
      </Card>
      <CopyButton
        look="main"
        wide
        label={copy().join.webView.copyLink}
        doneLabel={copy().general.copied}
        failedLabel={copy().general.copyFailed}
        onCopy={() => platform.copyText(platform.address())}
      />
      <Button look="quiet" onClick={() => props.onStay()}>
        {copy().join.webView.anyway}
      </Button>
    </>
  )
}
