import { useState } from 'react';
import { SignInImpossible } from '#auth/sign-in-impossible.ts';
import { useTexts } from '#ui/catalogue.ts';
import { policyBlock } from './policy-block.ts';
import { signInTexts } from './sign-in-texts.ts';

/**
 * Starts a way of signing in, and gives a sentence about why that was not possible: null where it was, or while it is
 * tried again.
 */
export function useSignIn(): {
  readonly problem: string | null;
  readonly open: (way: () => Promise<unknown>) => void;
} {
  const t = useTexts(signInTexts);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    problem,
    open: (way) => {
      setProblem(null);
      way().catch((error: unknown) => {
        const block = policyBlock();
        setProblem(
          block !== null
            ? t.blockedSaid(block)
            : error instanceof SignInImpossible
              ? t.signInImpossible[error.obstacle](error)
              : t.signInImpossible.other({ detail: String(error) }),
        );
      });
    },
  };
}
