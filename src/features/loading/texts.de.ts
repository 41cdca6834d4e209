import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  loading: 'Lizenzen werden geladen',
  loaded: '{loaded, plural, one {# Zeile} other {# Zeilen}}',
  loadedOf: '{loaded} von {total, plural, one {# Zeile} other {# Zeilen}}',
  all: '{rows, plural, one {# Zeile} other {Alle # Zeilen}}',
  secondsLeft: 'noch {seconds} s',
  minutesLeft: 'noch {minutes} min',
  stop: 'Laden anhalten',
  loadAll: 'Alle Zeilen laden',
  load: '{rows, plural, one {# Zeile laden} other {# Zeilen laden}}',
  offer: 'Um sofort zu sortieren, zu suchen und zu filtern:',
  offerIn:
    '{requests, plural, one {Um sofort zu sortieren, zu suchen und zu filtern:} other {Um sofort zu sortieren, zu suchen und zu filtern, in # Anfragen:}}',
  settings: 'Zeilen in diesem Browser',
  overLimit:
    '{rows, plural, one {# Zeile ist mehr als die {limit}, die Sie in diesem Browser zulassen. Das können Sie hier ändern:} other {# Zeilen sind mehr als die {limit}, die Sie in diesem Browser zulassen. Das können Sie hier ändern:}}',
  overLimitSomehow:
    'Es gibt mehr Zeilen als die {limit}, die Sie in diesem Browser zulassen. Das können Sie hier ändern:',
};
