package org.mixoscope.kernel.profile;

/// The words of MT19937 (Matsumoto, Nishimura, "Mersenne Twister", 1998), which numpy and torch
/// both make their numbers of. Not thread-safe, as no stream is.
final class MersenneTwister {
  private static final int WORDS = 624;
  private static final int MIDDLE = 397;

  private final int[] state = new int[WORDS];
  private int used = WORDS;

  /// @param seed any 32 bits
  MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < WORDS; i++) {
      state[i] = 1_812_433_253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /// The next 32 bits.
  int next() {
    if (used == WORDS) {
      twist();
      used = 0;
    }
    int word = state[used++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return word ^ (word >>> 18);
  }

  private void twist() {
    for (int i = 0; i < WORDS; i++) {
      int joined = (state[i] & 0x8000_0000) | (state[(i + 1) % WORDS] & 0x7fff_ffff);
      int twisted = (joined & 1) == 0 ? 0 : 0x9908b0df;
      state[i] = state[(i + MIDDLE) % WORDS] ^ (joined >>> 1) ^ twisted;
    }
  }
}
