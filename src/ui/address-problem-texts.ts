import { defineTexts } from '#ui/catalogue.ts';

/** The sentences about a parameter of the address that does not apply. `value` is an excerpt of it. */
export const addressProblemTexts = defineTexts('ui/address-problem-texts', {
  namesList:
    "The link's {parameter} cannot be read: found “{value}” where a comma-separated list of {names} is expected.",
  name: "The link's {parameter} cannot be read: found “{value}” where {names} is expected.",
  date: "The link's {parameter} cannot be read: found “{value}” where a day as YYYY-MM-DD is expected.",
  dayFrom:
    "The link's {parameter} cannot be read: found “{value}” where a day as YYYY-MM-DD that is not before {from} is expected.",
  sortKeys:
    "The link's {parameter} cannot be read: found “{value}” where a comma-separated list of {names}, each followed by desc or not, is expected.",
  wholeNumber:
    "The link's {parameter} cannot be read: found “{value}” where a whole number from {least} to {most} is expected.",
  percent:
    "The link's {parameter} cannot be read: found “{value}” where a number of percent from 0 to {most}, with at most three decimals, is expected.",
  // `problem` is a sentence of its own about the filter.
  filter: "The link's filter “{value}” cannot be read. {problem}",
  // The sentence about the filter quotes all of it.
  filterQuoted: "The link's filter cannot be read. {problem}",
  filterOfCustomers:
    "The link's filter “{value}” does not apply where it names customers: the view is of one customer alone.",
  repeatedField: "The link's groupby names “{value}” more than once where each field is expected once.",
  withoutCustomer:
    "The link's view “{value}” does not apply: no customerTenantId names the customer that it is about.",
  repeatedParameter:
    'The link gives {parameter} more than once where it is expected once: “{value}” does not apply.',
});
