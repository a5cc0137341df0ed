/// What the tests of channels share: fixtures, scripted providers, specifications.
@NullMarked
package id.kentongan.integrations.channel;

import org.jspecify.annotations.NullMarked;
