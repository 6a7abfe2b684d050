#!/usr/bin/env python3
"""Makes schemas.json, a resource of the package `schema`, of a description of Stripe's API (OpenAPI, one version):

    compact-schemas.py openapi.json > ../main/resources/dev/quittance/emulator/schema/schemas.json

Kept of each schema that the local Stripe answers with, and of all that these contain: type, fields, which of them are required
or may be null, closed lists of words. An object that the local Stripe does not have is replaced by an id: where it could be
expanded, only the id may stand.
"""
import json
import sys

ROOTS = """Account AccountLink ApplicationFee Balance BalanceSettings BalanceTransaction BankAccount Capability Charge
Checkout.Session Customer DeletedAccount DeletedCustomer DeletedWebhookEndpoint Dispute Event LineItem Mandate
PaymentIntent PaymentMethod Payout Price Product Radar.EarlyFraudWarning Refund SetupAttempt SetupIntent
WebhookEndpoint""".split()
PREFIX = "#/components/schemas/"


def main(path):
    description = json.load(open(path))
    schemas, info = description["components"]["schemas"], description["info"]
    kept, waiting = {}, [name for name in ROOTS if name in schemas]

    def known(name):
        return "x-object" not in schemas[name] or name in ROOTS or "Deleted" in name

    def compact(schema):
        if "$ref" in schema:
            name = schema["$ref"][len(PREFIX):]
            if not known(name):
                return {"type": "string"}
            if name not in kept and name not in waiting:
                waiting.append(name)
            small = {"ref": name}
        elif "allOf" in schema:
            small = compact(schema["allOf"][0])
        elif "anyOf" in schema:
            choices = []
            for choice in map(compact, schema["anyOf"]):
                if choice not in choices:
                    choices.append(choice)
            small = choices[0] if len(choices) == 1 else {"any": choices}
        else:
            small = {}
            if "type" in schema:
                small["type"] = schema["type"]
            if "enum" in schema and not schema.get("x-open-enum"):
                small["enum"] = schema["enum"]
            if "items" in schema:
                small["items"] = compact(schema["items"])
            if schema.get("additionalProperties"):
                small["more"] = True
            if schema.get("required"):
                small["required"] = schema["required"]
            if "properties" in schema:
                small["fields"] = {k: compact(v) for k, v in schema["properties"].items()}
            if "x-object" in schema:
                small["object"] = schema["x-object"]
        return dict(small, nullable=True) if schema.get("nullable") else small

    while waiting:
        name = waiting.pop()
        kept[name] = None
        kept[name] = compact(schemas[name])
    lines = ",\n".join(f"{json.dumps(k)}:{json.dumps(kept[k], separators=(',', ':'))}" for k in sorted(kept))
    origin = f"Derived by src/api/compact-schemas.py from: {info['title']}, version {info['version']}."
    print('{"origin":' + json.dumps(origin) + ',\n"schemas":{\n' + lines + "\n}}")


main(*sys.argv[1:])
