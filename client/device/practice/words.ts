/** What people say in the practice plan. All of it is made up; any resemblance is accidental. */

export type PracticeWords = {
  readonly title: string
  readonly me: string
  readonly worker: string
  readonly story: readonly (readonly [kind: 'heading' | 'paragraph', text: string])[]
  readonly ownTopic: string
  readonly notes: { readonly sleep: string; readonly alone: string; readonly better: string; readonly strong: string }
  readonly wishes: readonly [string, string]
  readonly out: { readonly title: string; readonly why: string; readonly start: string; readonly wished: string }
  readonly post: { readonly title: string; readonly why: string; readonly start: string; readonly wished: string }
  readonly steps: {
    readonly garden: string
    readonly sister: string
    readonly sisterName: string
    readonly openPost: string
    readonly payment: string
    readonly call: string
  }
  readonly agree: string
  readonly conversation: { readonly point: string; readonly notes: string; readonly next: string }
  readonly contact: { readonly me: string; readonly worker: string }
}
