"""Plays the phone for a suite in Python: python3 activate.py <control port> <screenshot of an activation page>"""

import base64
import sys

import requests

control, screenshot = sys.argv[1:]


def call(method, path, **body):
    answer = requests.request(method, control + path, json=body or None, timeout=60)
    if not answer.ok:
        problem = answer.json()
        raise SystemExit(f"{problem['title']}: {problem['detail']}")
    return answer.json() if answer.content else None


phone = "/phones/" + call("POST", "/phones", name="A phone in Python")["phone"]

# The second connection gets no answer at first. The phone asks again, as a real one does.
call("POST", phone + "/faults", call="DSAPPSRPGenerateActivationData", fault="lost-answer")

with open(screenshot, "rb") as picture:
    png = base64.b64encode(picture.read()).decode()
device = call("POST", phone + "/activate", png=png)
assert device["issuer"]["kind"] == "verified", device
assert "lost-answer" in [made["fault"] for made in call("GET", phone + "/calls")]

print(device["instanceId"], call("GET", phone + "/otp")["oneTimePassword"])
