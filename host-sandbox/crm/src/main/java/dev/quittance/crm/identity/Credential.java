package dev.quittance.crm.identity;

/** A user with the hash of their password. */
record Credential(User user, String passwordHash) {
    @Override
    public String toString() {
        return "Credential[" + user.id() + "]";
    }
}
