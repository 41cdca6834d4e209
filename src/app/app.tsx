import { FluentProvider } from '@fluentui/react-provider';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { useCallback, type ReactNode } from 'react';
import { useAskAhead } from '#query/use-ask-ahead.ts';
import { FetchedPart } from '#ui/fetched-part.tsx';
import { keepPlaceLeft } from '#ui/kept-place.ts';
import { LocalizationProvider } from '#ui/language.ts';
import { ViewProvider, type Prepare } from '#view/use-view.ts';
import { isOtherPage } from '#view/view.ts';
import { Dashboard } from './dashboard.tsx';
import { useLocalizationInForce } from './localization.ts';
import { useSession } from './session.ts';
import { startPages } from './start-part.ts';
import { useTheme, type ThemeChoice } from './theme.ts';
import { PARTS, shownView } from './views.ts';

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

/** The frame around every page: theme, language, direction. */
export function Frame({
  children,
}: {
  readonly children: (theme: { choice: ThemeChoice; choose: (choice: ThemeChoice) => void }) => ReactNode;
}) {
  const styles = useStyles();
  const localization = useLocalizationInForce();
  const { theme, scheme, choice, choose } = useTheme();
  return (
    <LocalizationProvider value={localization}>
      <FluentProvider
        theme={theme}
        dir={localization.direction}
        // The browser's form controls and scroll bars follow the theme.
        style={{ colorScheme: scheme }}
      >
        {/* The class is not on the provider: every menu and dialog gets a copy of what stands there. */}
        <div className={styles.root}>{children({ choice, choose })}</div>
      </FluentProvider>
    </LocalizationProvider>
  );
}

/** Makes ready what the page needs for the next view: answers of a loaded snapshot, and code. */
function usePrepare(): Prepare {
  const askAhead = useAskAhead();
  return useCallback(
    (next, current) => {
      if (isOtherPage(current, next)) keepPlaceLeft();
      const answers = askAhead(next);
      const parts = PARTS[shownView(next)].filter((part) => !part.hasCome());
      return parts.length === 0
        ? answers
        : Promise.allSettled([answers, ...parts.map((part) => part.fetch())]);
    },
    [askAhead],
  );
}

/** The app, for a person who is signed in or not. `isDemo`: the configuration says that the data is made up. */
export function App({ isDemo }: { readonly isDemo: boolean }) {
  const { account } = useSession();
  return (
    <ViewProvider prepare={usePrepare()}>
      <Frame>
        {({ choice, choose }) =>
          account === null ? (
            <FetchedPart part={startPages}>{({ SignedOutPage }) => <SignedOutPage />}</FetchedPart>
          ) : (
            <Dashboard isDemo={isDemo} theme={choice} onTheme={choose} />
          )
        }
      </Frame>
    </ViewProvider>
  );
}
